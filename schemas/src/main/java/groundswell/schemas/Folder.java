package groundswell.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of the class path, in a directory or in a jar. */
final class Folder {
  private final String path;

  private Folder(String path) {
    this.path = path;
  }

  /** The folder at a path such as {@code /avro/event}. */
  static Folder at(String path) {
    return new Folder(path);
  }

  /** File names with an ending, sorted. */
  List<String> names(String ending) {
    URL url = Folder.class.getResource(path);
    if (url == null) {
      throw new IllegalStateException("The class path has no folder " + path);
    }
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return names(Path.of(uri), ending);
      }
      URI jar = URI.create(uri.toString().substring(0, uri.toString().indexOf('!')));
      try (FileSystem files = FileSystems.newFileSystem(jarFile(jar), Map.of())) {
        return names(files.getPath(path), ending);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot list " + url, fault);
    } catch (URISyntaxException fault) {
      throw new IllegalStateException("Cannot list " + url, fault);
    }
  }

  /** Text of one file. */
  String text(String name) {
    try (InputStream in = Folder.class.getResourceAsStream(path + "/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no file " + path + "/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read " + path + "/" + name, fault);
    }
  }

  private static Path jarFile(URI jar) {
    return Path.of(URI.create(jar.getSchemeSpecificPart()));
  }

  private static List<String> names(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }
}
