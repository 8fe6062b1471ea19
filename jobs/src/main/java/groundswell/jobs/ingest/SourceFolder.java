package groundswell.jobs.ingest;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A source's mapping and the folder of its files; the two options go together. */
final class SourceFolder {
  @Option(
      names = "--source",
      paramLabel = "FILE",
      required = true,
      description = "The source's mapping, see docs/sources.md.")
  private Path source;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the source's files, cut by day or not.")
  private Path input;

  static SourceFolder of(Path source, Path input) {
    SourceFolder folder = new SourceFolder();
    folder.source = source;
    folder.input = input;
    return folder;
  }

  Path source() {
    return source;
  }

  Path input() {
    return input;
  }
}
