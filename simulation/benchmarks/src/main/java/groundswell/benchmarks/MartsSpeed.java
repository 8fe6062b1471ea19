package groundswell.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * All marts of a log by Groundswell, and by DuckDB from the same published facts: the plain SQL
 * twins that the tests compare with, each into a Parquet file. A twin reads marts that others made.
 */
final class MartsSpeed implements Benchmark {
  /** Events of one member of the generated log over 120 days. */
  private static final long EVENTS_PER_MEMBER = 44;

  /** A twin that takes longer is broken off. */
  private static final int SECONDS_PER_TWIN = 120;

  @Override
  public String name() {
    return "marts";
  }

  @Override
  public String question() {
    return "How long do all marts take from the same facts, here and as plain SQL in DuckDB?";
  }

  @Override
  public boolean isOfEvents() {
    return true;
  }

  @Override
  public List<Measurement> run(Workshop workshop) {
    Path warehouse = warehouse(workshop);
    JsonNode marts = workshop.launch("marts", "--warehouse", warehouse);
    double ours = marts.get("seconds").asDouble();
    List<Twin> twins = twins(workshop, warehouse);
    double theirs = twins.stream().mapToDouble(Twin::seconds).sum();
    List<Measurement> lines = new ArrayList<>();
    lines.add(
        Measurement.against(
            "all %d marts of %,d events".formatted(twins.size(), events(warehouse)),
            seconds(ours),
            "DuckDB, 2 threads, one twin after the other: "
                + (isWhole(twins) ? "" : "> ")
                + seconds(theirs),
            theirs / ours,
            "≥ 0.67"));
    for (Twin twin : twins) {
      lines.add(Measurement.against("twin of " + twin.mart(), "–", twin.said(), Double.NaN, "–"));
    }
    return lines;
  }

  private static Path warehouse(Workshop workshop) {
    Path log = workshop.folder().resolve("marts-log");
    Path warehouse = workshop.folder().resolve("marts-warehouse");
    long members = Math.max(100, workshop.events() / EVENTS_PER_MEMBER);
    workshop.launch("generate", "--output", log, "--members", members);
    workshop.launch(
        "ingest",
        "--source",
        workshop.home().resolve("examples/aurora/source.yaml"),
        "--input",
        log.resolve("events"),
        "--warehouse",
        warehouse);
    workshop.launch("facts", "--warehouse", warehouse);
    return warehouse;
  }

  private static List<Twin> twins(Workshop workshop, Path warehouse) {
    List<Twin> twins = new ArrayList<>();
    try (DuckFacts duck = DuckFacts.of(warehouse, workshop.folder())) {
      for (Path sql : sql(workshop)) {
        String mart = sql.getFileName().toString().replaceAll("\\.sql$", "");
        double seconds = duck.secondsOf(Files.readString(sql), SECONDS_PER_TWIN);
        twins.add(new Twin(mart, seconds));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return twins;
  }

  private static List<Path> sql(Workshop workshop) throws IOException {
    Path folder = workshop.home().resolve("jobs/src/test/resources/twins");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("mart."))
          .sorted()
          .toList();
    }
  }

  private static long events(Path warehouse) {
    return DuckFacts.publication(warehouse).at("/tables/core.event/rows").asLong();
  }

  private static boolean isWhole(List<Twin> twins) {
    return twins.stream().noneMatch(Twin::isBroken);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** How long one twin took. */
  private record Twin(String mart, double seconds) {
    boolean isBroken() {
      return seconds >= SECONDS_PER_TWIN;
    }

    String said() {
      return isBroken()
          ? "broken off after %d s".formatted(SECONDS_PER_TWIN)
          : String.format(Locale.ROOT, "%.2f s", seconds);
    }
  }
}
