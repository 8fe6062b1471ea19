package groundswell.jobs.ingest;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists the files of a source, sorted by path. */
final class InputFiles {
  private static final String EVERYTHING = "**";

  private final Path folder;
  private final Path source;
  private final List<PathGlob> globs;

  InputFiles(Path folder, SourceMapping mapping) {
    this.folder = folder.toAbsolutePath().normalize();
    this.source = Path.of(mapping.place()).toAbsolutePath().normalize();
    List<String> files = mapping.files().isEmpty() ? List.of(EVERYTHING) : mapping.files();
    this.globs = files.stream().map(PathGlob::of).toList();
  }

  /** Files of the days; a file without a day in its path belongs to no chosen day. */
  List<InputFile> list(DayRange days) {
    if (!Files.isDirectory(folder)) {
      throw new Refusal(
          ExitCode.INPUT_MISSING, "Cannot ingest from %s: no such folder".formatted(folder));
    }
    List<InputFile> files = new ArrayList<>();
    for (Path path : walk()) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      if (days.holds(FilingPeriod.day(name))) {
        files.add(new InputFile(files.size(), name, path.toString(), size(path)));
      }
    }
    if (files.isEmpty()) {
      throw new Refusal(
          ExitCode.INPUT_MISSING,
          "Cannot ingest%s: %s holds no such file (looked for %s)"
              .formatted(days, folder, globs.stream().map(PathGlob::text).toList()));
    }
    return files;
  }

  private List<Path> walk() {
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.equals(source) && !isHidden(path))
          .filter(this::isChosen)
          .sorted((left, right) -> name(left).compareTo(name(right)))
          .toList();
    } catch (IOException fault) {
      throw StorageFault.of("list " + folder, fault);
    }
  }

  private boolean isChosen(Path path) {
    return globs.stream().anyMatch(glob -> glob.matches(name(path)));
  }

  private String name(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private boolean isHidden(Path path) {
    for (Path part : folder.relativize(path)) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException fault) {
      throw StorageFault.of("read " + path, fault);
    }
  }
}
