package groundswell.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many events per second the first stages take, as their own commands report it. */
final class RouteSpeed implements Benchmark {
  private static final ObjectMapper JSON = new ObjectMapper();

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
    Path avro = workshop.folder().resolve("avro");
    lines.add(made(generate(workshop, avro, "avro", 20_000), "Avro", "≥ 200,000 events/s"));
    Path warehouse = workshop.folder().resolve("warehouse-avro");
    lines.add(
        taken("ingest, Avro", ingest(workshop, avro, warehouse, "avro"), "≥ 250,000 events/s"));
    lines.add(taken("facts", stage(workshop, "facts", warehouse), "–"));
    lines.add(taken("marts", stage(workshop, "marts", warehouse), "–"));
    Path log = workshop.folder().resolve("jsonl");
    lines.add(made(generate(workshop, log, "jsonl", 20_000), "JSON lines", "–"));
    Path other = workshop.folder().resolve("warehouse-jsonl");
    lines.add(
        taken("ingest, JSON lines", ingest(workshop, log, other, "jsonl"), "≥ 120,000 events/s"));
    return lines;
  }

  private static JsonNode generate(Workshop workshop, Path output, String format, int members) {
    return run(workshop, "generate", "--output", output, "--format", format, "--members", members);
  }

  private static JsonNode ingest(Workshop workshop, Path log, Path warehouse, String format) {
    return run(
        workshop,
        "ingest",
        "--source",
        mapping(workshop, format),
        "--input",
        log.resolve("events"),
        "--warehouse",
        warehouse);
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
    return run(workshop, stage, "--warehouse", warehouse);
  }

  private static JsonNode run(Workshop workshop, Object... words) {
    List<Object> command = new ArrayList<>();
    command.addAll(List.of("env", "GROUNDSWELL_HEAP=4g", workshop.home().resolve("groundswell")));
    command.addAll(List.of(words));
    command.add("--json");
    String printed = workshop.execute(command.toArray());
    String last =
        printed
            .lines()
            .filter(line -> line.startsWith("{\"stage\""))
            .reduce((first, second) -> second)
            .orElseThrow(() -> new IllegalStateException("No numbers in: " + printed));
    try {
      return JSON.readTree(last);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + last, e);
    }
  }

  private static Measurement made(JsonNode done, String format, String target) {
    return line("generate, " + format, done.get("rows_out").asLong(), done, target);
  }

  private static Measurement taken(String work, JsonNode done, String target) {
    return line(work, done.get("rows_in").asLong(), done, target);
  }

  private static Measurement line(String work, long rows, JsonNode done, String target) {
    double seconds = done.get("seconds").asDouble();
    String value =
        String.format(Locale.ROOT, "%,.0f rows/s (%,d in %.1f s)", rows / seconds, rows, seconds);
    return Measurement.against(work, value, "–", Double.NaN, target);
  }
}
