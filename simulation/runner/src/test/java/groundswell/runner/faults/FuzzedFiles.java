package groundswell.runner.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import groundswell.generate.output.LocalRun;
import groundswell.runner.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Files of damaged rows: real rows, of which a third have hostile values or broken bytes. */
final class FuzzedFiles {
  private static final double SHARE = 0.34;

  private static final int ROWS_PER_FILE = 250;

  /** An XML file ends where it is broken, so these are smaller. */
  private static final int XML_ROWS_PER_FILE = 25;

  private static final double BROKEN_MARKS = 0.02;

  private final Path folder;
  private final Hostility hostility;

  private FuzzedFiles(Path folder, long seed) {
    this.folder = folder;
    this.hostility = new Hostility(new SplittableRandom(seed));
  }

  /** Writes this many rows below a folder; the mapping that reads them. */
  static Path write(Path folder, FuzzFormat format, int rows, long seed) throws IOException {
    FuzzedFiles files = new FuzzedFiles(folder, seed);
    Files.createDirectories(files.input());
    switch (format) {
      case JSONL -> files.lines(format, List.of(), files.logged(Format.JSONL, rows));
      case CSV -> {
        List<String> all = files.logged(Format.CSV, rows);
        files.lines(format, all.subList(0, 1), all.subList(1, all.size()));
      }
      case XML -> files.lines(format, List.of(), files.users(rows));
      case AVRO ->
          FuzzedAvro.write(files.log(Format.AVRO, rows), files.input(), rows, files.hostility);
      case PARQUET -> FuzzedParquet.write(files.input(), rows, files.hostility);
    }
    return files.mapping(format);
  }

  /** Where the files of a folder lie. */
  static Path input(Path folder) {
    return folder.resolve("raw logs");
  }

  private Path input() {
    return input(folder);
  }

  private Path mapping(FuzzFormat format) throws IOException {
    String example = format == FuzzFormat.XML ? "bicycles" : "aurora";
    String text =
        Files.readString(Project.root().resolve("examples/" + example + "/source.yaml"))
            .replaceAll("(?m)^format: avro.*$", "format: " + format.suffix())
            .replace("*.avro", "*." + format.suffix())
            .replace("[\"*.xml.gz\", \"*.xml\"]", "[\"Users.xml*\"]");
    return Files.writeString(folder.resolve("source.yaml"), text);
  }

  /** The heads stand in every file and are not damaged. */
  private void lines(FuzzFormat format, List<String> heads, List<String> rows) throws IOException {
    int size = format == FuzzFormat.XML ? XML_ROWS_PER_FILE : ROWS_PER_FILE;
    for (int first = 0; first < rows.size(); first += size) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      open(format, heads, bytes);
      for (String row : rows.subList(first, Math.min(rows.size(), first + size))) {
        bytes.write(fuzzed(row));
        bytes.write('\n');
      }
      close(format, bytes);
      Files.write(input().resolve(name(format, first / size)), bytes.toByteArray());
    }
  }

  private static String name(FuzzFormat format, int number) {
    return format == FuzzFormat.XML
        ? "Users.xml-%03d".formatted(number)
        : "%03d.%s".formatted(number, format.suffix());
  }

  private static void open(FuzzFormat format, List<String> heads, ByteArrayOutputStream out)
      throws IOException {
    if (format == FuzzFormat.XML) {
      out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<users>\n".getBytes(UTF_8));
    }
    for (String head : heads) {
      out.write((head + "\n").getBytes(UTF_8));
    }
  }

  private static void close(FuzzFormat format, ByteArrayOutputStream out) throws IOException {
    if (format == FuzzFormat.XML) {
      out.write("</users>\n".getBytes(UTF_8));
    }
  }

  private byte[] fuzzed(String row) {
    byte[] bytes = row.getBytes(UTF_8);
    if (!hostility.strikes(SHARE)) {
      return bytes;
    }
    boolean isXml = row.startsWith("  <row ");
    if (hostility.strikes(isXml ? BROKEN_MARKS : 0.5)) {
      return hostility.damaged(bytes);
    }
    return (isXml ? withHostileAttribute(row) : withHostileValue(row)).getBytes(UTF_8);
  }

  /** One run of letters and digits in the place of which something else stands. */
  private String withHostileValue(String row) {
    int from = hostility.below(row.length());
    int to = from;
    while (to < row.length() && Character.isLetterOrDigit(row.charAt(to))) {
      to++;
    }
    return row.substring(0, from) + hostility.value() + row.substring(to);
  }

  private String withHostileAttribute(String row) {
    int from = row.indexOf("=\"", hostility.below(row.lastIndexOf("=\""))) + 2;
    String value = hostility.value().replace("&", "&amp;").replace("<", "&lt;");
    return row.substring(0, from)
        + value.replace("\"", "&quot;")
        + row.substring(row.indexOf('"', from));
  }

  private List<String> users(int rows) throws IOException {
    Path users = Project.root().resolve("examples/bicycles/data/Users.xml.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(users))) {
      List<String> real =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> line.strip().startsWith("<row "))
              .toList();
      return Stream.generate(() -> real.get(hostility.below(real.size())))
          .limit(rows)
          .map(row -> row.replaceFirst("Id=\"-?\\d+\"", "Id=\"" + hostility.below(1 << 30) + "\""))
          .toList();
    }
  }

  /** The first lines of a generated log. */
  private List<String> logged(Format format, int rows) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(log(format, rows))) {
      List<String> read = Files.readAllLines(file);
      boolean hasHead = format == Format.CSV && !lines.isEmpty();
      lines.addAll(hasHead ? read.subList(1, read.size()) : read);
    }
    return lines.subList(0, Math.min(lines.size(), format == Format.CSV ? rows + 1 : rows));
  }

  private Path log(Format format, int rows) {
    Parameters parameters =
        new Parameters(
            Math.max(40, rows / 10),
            20,
            11,
            LocalDate.parse("2026-01-01"),
            ZoneOffset.UTC,
            new Defects(0, 0.01, 0),
            format);
    LocalRun.run(parameters, folder.resolve("log"), 1, block -> {});
    return folder.resolve("log/events");
  }

  static List<Path> files(Path log) throws IOException {
    try (Stream<Path> found = Files.walk(log)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
