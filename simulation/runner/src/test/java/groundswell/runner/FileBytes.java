package groundswell.runner;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 of files. */
final class FileBytes {
  private FileBytes() {}

  /** Of every file below a folder, by its path in it. */
  static SortedMap<String, String> below(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> hashes.put(folder.relativize(file).toString(), of(file)));
    }
    return hashes;
  }

  /** Of the data files of every published table, whose names are drawn anew in each run. */
  static SortedMap<String, List<String>> published(Path warehouse) {
    SortedMap<String, List<String>> hashes = new TreeMap<>();
    Publication.read(warehouse)
        .tables()
        .forEach((table, state) -> hashes.put(table.fullName(), files(warehouse, state)));
    return hashes;
  }

  private static List<String> files(Path warehouse, PublishedTable state) {
    return state.files().stream().map(file -> of(warehouse.resolve(file))).sorted().toList();
  }

  private static String of(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
