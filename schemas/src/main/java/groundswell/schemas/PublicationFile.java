package groundswell.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code publish/latest.json} of one warehouse. */
final class PublicationFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  private PublicationFile(Path file) {
    this.file = file;
  }

  static PublicationFile in(Path warehouse) {
    return new PublicationFile(warehouse.resolve("publish").resolve("latest.json"));
  }

  Publication read() {
    boolean hasRuns = Files.exists(file.resolveSibling("runs")); // asked first: they come later
    if (!Files.exists(file)) {
      refuseLoss(hasRuns);
      return new Publication("000000-empty", Instant.EPOCH, Optional.empty(), Map.of());
    }
    try {
      return publication(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException | RuntimeException fault) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "Cannot read %s: %s\n  maybe restore it; it says which files are published"
              .formatted(file, fault.getMessage()),
          fault);
    }
  }

  /** Without the file nothing is published: an empty warehouse, or one whose file was lost. */
  private void refuseLoss(boolean hasRuns) {
    if (hasRuns) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          """
          %s is missing, although runs were published here
            maybe restore it from a backup, or begin with an empty --warehouse"""
              .formatted(file));
    }
  }

  void write(Publication publication) {
    try {
      AtomicFile.replace(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(publication)));
    } catch (IOException fault) {
      throw StorageFault.of("write " + file, fault);
    }
  }

  private static Publication publication(JsonNode json) {
    Map<Table, PublishedTable> tables = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.required("tables").properties()) {
      tables.put(Table.of(entry.getKey()), table(entry.getValue()));
    }
    JsonNode completeThrough = json.path("data_complete_through");
    return new Publication(
        json.required("publication").textValue(),
        Instant.parse(json.required("published_at").textValue()),
        completeThrough.isTextual()
            ? Optional.of(LocalDate.parse(completeThrough.textValue()))
            : Optional.empty(),
        tables);
  }

  private static PublishedTable table(JsonNode json) {
    List<String> files = new ArrayList<>();
    json.required("files").forEach(name -> files.add(name.textValue()));
    return new PublishedTable(
        json.required("metadata").textValue(),
        json.required("snapshot_id").longValue(),
        json.path("same_rows_as").asLong(json.required("snapshot_id").longValue()),
        json.required("rows").longValue(),
        json.required("contract_version").textValue(),
        files);
  }

  private static ObjectNode json(Publication publication) {
    ObjectNode json = JSON.createObjectNode();
    json.put("publication", publication.name());
    json.put("tag", publication.tag());
    json.put("published_at", publication.publishedAt().toString());
    json.put(
        "data_complete_through",
        publication.dataCompleteThrough().map(LocalDate::toString).orElse(null));
    ObjectNode tables = json.putObject("tables");
    publication.tables().forEach((table, state) -> put(tables.putObject(table.fullName()), state));
    return json;
  }

  private static void put(ObjectNode json, PublishedTable state) {
    json.put("metadata", state.metadata());
    json.put("snapshot_id", state.snapshotId());
    if (state.sameRowsAs() != state.snapshotId()) {
      json.put("same_rows_as", state.sameRowsAs());
    }
    json.put("rows", state.rows());
    json.put("contract_version", state.contractVersion());
    state.files().forEach(json.putArray("files")::add);
  }
}
