package groundswell.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many events per second the first stages take, as their own commands report it. */
final class RouteSpeed implements Benchmark {
  /** Members of the small log, 0.9 million events, and of the large one, 3.9 million. */
  private static final int FEW = 20_000;

  private static final int MANY = 100_000;

  @Override
  public String name() {
    return "route";
  }

  @Override
  public String question() {
    return "How many events per second are made, taken in, and turned into facts and marts?";
  }

  @Override
  public List<Measurement> run(Workshop workshop) {
    List<Measurement> lines = new ArrayList<>();
    lines.addAll(format(workshop, "avro", "≥ 200,000 events/s", "≥ 250,000 events/s"));
    Path warehouse = warehouse(workshop, "avro", FEW);
    lines.add(taken("facts", stage(workshop, "facts", warehouse), "–"));
    lines.add(taken("marts", stage(workshop, "marts", warehouse), "–"));
    lines.addAll(format(workshop, "jsonl", "–", "≥ 120,000 events/s"));
    return lines;
  }

  /** A small and a large log of a format, made and taken in, each by a process of its own. */
  private static List<Measurement> format(
      Workshop workshop, String format, String makeTarget, String takeTarget) {
    JsonNode fewMade = generate(workshop, format, FEW);
    JsonNode manyMade = generate(workshop, format, MANY);
    JsonNode few = ingest(workshop, format, FEW);
    JsonNode many = ingest(workshop, format, MANY);
    return List.of(
        further("generate, " + format, "rows_out", fewMade, manyMade, makeTarget),
        taken("ingest, " + format + ", cold", few, "–"),
        further("ingest, " + format, "rows_in", few, many, takeTarget));
  }

  private static JsonNode generate(Workshop workshop, String format, int members) {
    Path output = log(workshop, format, members);
    return workshop.launch(
        "generate", "--output", output, "--format", format, "--members", members);
  }

  private static JsonNode ingest(Workshop workshop, String format, int members) {
    return workshop.launch(
        "ingest",
        "--source",
        mapping(workshop, format),
        "--input",
        log(workshop, format, members).resolve("events"),
        "--warehouse",
        warehouse(workshop, format, members));
  }

  private static Path log(Workshop workshop, String format, int members) {
    return workshop.folder().resolve(format + "-" + members);
  }

  private static Path warehouse(Workshop workshop, String format, int members) {
    return workshop.folder().resolve("warehouse-" + format + "-" + members);
  }

  /** Aurora's mapping, for another format. */
  private static Path mapping(Workshop workshop, String format) {
    Path file = workshop.folder().resolve(format + ".yaml");
    try {
      String text = Files.readString(workshop.home().resolve("examples/aurora/source.yaml"));
      String other = text.replace("format: avro", "format: " + format);
      return Files.writeString(file, other.replace("*.avro", "*." + format));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static JsonNode stage(Workshop workshop, String stage, Path warehouse) {
    return workshop.launch(stage, "--warehouse", warehouse);
  }

  private static Measurement taken(String work, JsonNode done, String target) {
    return line(work, done.get("rows_in").asLong(), done.get("seconds").asDouble(), target);
  }

  /** What the rows cost that the larger log has more: the rate after start-up. */
  private static Measurement further(
      String work, String rows, JsonNode few, JsonNode many, String target) {
    return line(
        work + ", after start-up",
        many.get(rows).asLong() - few.get(rows).asLong(),
        many.get("seconds").asDouble() - few.get("seconds").asDouble(),
        target);
  }

  private static Measurement line(String work, long rows, double seconds, String target) {
    String value =
        String.format(Locale.ROOT, "%,.0f rows/s (%,d in %.1f s)", rows / seconds, rows, seconds);
    return Measurement.against(work, value, "–", Double.NaN, target);
  }
}
