package groundswell.jobs.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.schemas.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A manifest as JSON, and back; what a manifest of an older version does not say reads as empty.
 */
final class ManifestJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestJson() {}

  static ObjectNode write(RunManifest manifest) {
    Run run = manifest.run();
    RunOrigin origin = manifest.origin();
    ObjectNode json = JSON.createObjectNode();
    json.put("run_id", manifest.id()).put("stage", run.stage()).put("slice", run.slice().text());
    json.put("run_key", run.key()).put("config_hash", run.configHash());
    json.put("code_version", run.codeVersion()).put("program_version", origin.programVersion());
    json.put("git_revision", origin.gitRevision().orElse(null));
    json.put("event_schemas", origin.eventSchemas());
    json.put("started_ts", manifest.started().toString());
    json.put("ended_ts", manifest.ended().toString());
    run.sources().forEach(source -> put(json.withArray("sources").addObject(), source));
    json.put("base", manifest.base());
    putAll(json.putObject("published"), manifest.published());
    putAll(json.putObject("inputs"), run.inputs());
    ObjectNode outputs = json.putObject("outputs");
    manifest.outputs().forEach((table, done) -> put(outputs.putObject(table.fullName()), done));
    ObjectNode contracts = json.putObject("contracts");
    origin.contracts().forEach((table, version) -> contracts.put(table.fullName(), version));
    json.putArray("seeds"); // the stages that have a manifest draw no random numbers
    ObjectNode spark = json.putObject("spark");
    origin.spark().forEach(spark::put);
    return json;
  }

  private static void putAll(ObjectNode json, Map<Table, Long> snapshots) {
    snapshots.forEach((table, id) -> json.put(table.fullName(), id));
  }

  private static void put(ObjectNode json, RunSource source) {
    json.put("mapping", source.mapping()).put("mapping_hash", source.mappingHash());
    json.put("input", source.input()).put("files_hash", source.filesHash());
    json.put("files", source.files());
    json.put("from", source.from().map(LocalDate::toString).orElse(null));
    json.put("to", source.to().map(LocalDate::toString).orElse(null));
  }

  private static void put(ObjectNode json, RunOutput output) {
    Written written = output.written();
    json.put("snapshot_id", written.snapshotId());
    json.put("rows_added", written.added());
    json.put("rows_removed", written.removed());
    json.put("rows", written.total());
    output.replaced().forEach(slice -> json.withArray("replaced").add(slice.text()));
    json.put("appended", output.isAppended());
  }

  static RunManifest read(JsonNode json) {
    return new RunManifest(
        json.required("run_id").textValue(),
        run(json),
        Instant.parse(json.required("started_ts").textValue()),
        Instant.parse(json.required("ended_ts").textValue()),
        json.path("base").asText(),
        tables(json.path("published"), JsonNode::longValue),
        tables(json.required("outputs"), ManifestJson::output),
        new RunOrigin(
            json.path("program_version").asText(),
            text(json, "git_revision"),
            json.path("event_schemas").asText(),
            tables(json.path("contracts"), JsonNode::textValue),
            texts(json.path("spark"))));
  }

  private static Run run(JsonNode json) {
    return new Run(
        json.required("stage").textValue(),
        Slice.of(json.required("slice").textValue()),
        tables(json.required("inputs"), JsonNode::longValue),
        tables(json.required("outputs"), ManifestJson::output).keySet(),
        json.required("config_hash").textValue(),
        json.required("code_version").textValue(),
        Set.of(),
        items(json.path("sources"), ManifestJson::source));
  }

  private static RunSource source(JsonNode json) {
    return new RunSource(
        json.required("mapping").textValue(),
        json.required("mapping_hash").textValue(),
        json.required("input").textValue(),
        json.required("files_hash").textValue(),
        json.required("files").intValue(),
        text(json, "from").map(LocalDate::parse),
        text(json, "to").map(LocalDate::parse));
  }

  private static RunOutput output(JsonNode json) {
    return new RunOutput(
        new Written(
            json.required("snapshot_id").longValue(),
            json.required("rows_added").longValue(),
            json.required("rows_removed").longValue(),
            json.required("rows").longValue()),
        items(json.path("replaced"), slice -> Slice.of(slice.textValue())),
        json.path("appended").booleanValue());
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue());
  }

  private static <T> List<T> items(JsonNode json, Function<JsonNode, T> read) {
    List<T> items = new ArrayList<>();
    json.forEach(item -> items.add(read.apply(item)));
    return items;
  }

  private static <T> Map<Table, T> tables(JsonNode json, Function<JsonNode, T> read) {
    Map<Table, T> tables = new TreeMap<>();
    json.properties()
        .forEach(entry -> tables.put(Table.of(entry.getKey()), read.apply(entry.getValue())));
    return tables;
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new TreeMap<>();
    json.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
