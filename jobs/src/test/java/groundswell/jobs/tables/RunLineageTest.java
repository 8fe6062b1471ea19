package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.CORE_REJECTED_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.jobs.lineage.LineageFile;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written down of the lineage of a run (row 19 of the acceptance table). */
class RunLineageTest extends WarehouseCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RunSource SOURCE =
      new RunSource(
          "/a/source.yaml", "ab12", "/a/day", "cd34", 3, Optional.empty(), Optional.empty());

  @Test
  void row_19_a_run_begins_and_completes_under_one_id() throws IOException {
    String id = publish(Slice.all(), communities("tea")).publication();
    RunManifest manifest = ManifestFile.in(warehouse).read(id);

    List<JsonNode> events = events(id);

    assertThat(events)
        .extracting(event -> event.path("eventType").textValue())
        .containsExactly("START", "COMPLETE");
    assertThat(events)
        .extracting(event -> event.path("eventTime").textValue())
        .containsExactly(manifest.started().toString(), manifest.ended().toString());
    assertThat(events).extracting(event -> event.at("/run/runId").textValue()).doesNotContainNull();
    assertThat(events.get(0).at("/run/runId")).isEqualTo(events.get(1).at("/run/runId"));
    assertThat(events.get(1).at("/job/name").textValue()).isEqualTo("ingest");
  }

  @Test
  @Tag("guarantee-19")
  void row_19_inputs_and_outputs_have_the_snapshots_of_the_manifest() throws IOException {
    Published first = publish(Slice.all(), communities("tea"));
    Run run = Run.of("facts", Slice.all()).reading(tables, CORE_DIM_COMMUNITY);
    Published second = publishRejected(run, Slice.all(), rejected("tea", "2024-05-01"));

    JsonNode complete = events(second.publication()).get(1);

    assertThat(complete.path("inputs")).hasSize(1);
    assertThat(complete.at("/inputs/0/namespace").textValue()).isEqualTo("file");
    assertThat(complete.at("/inputs/0/name").textValue()).isEqualTo(folder(CORE_DIM_COMMUNITY));
    assertThat(version(complete.at("/inputs/0")))
        .isEqualTo(first.tables().get(CORE_DIM_COMMUNITY).snapshotId());
    assertThat(complete.path("outputs")).hasSize(1);
    assertThat(complete.at("/outputs/0/name").textValue()).isEqualTo(folder(CORE_REJECTED_EVENT));
    assertThat(version(complete.at("/outputs/0")))
        .isEqualTo(second.tables().get(CORE_REJECTED_EVENT).snapshotId());
    assertThat(complete.at("/outputs/0/outputFacets/outputStatistics/rowCount").longValue())
        .isEqualTo(1);
  }

  @Test
  void row_19_a_dataset_says_its_columns_and_its_name_in_the_catalogue() throws IOException {
    String id = publish(Slice.all(), communities("tea")).publication();

    JsonNode facets = events(id).get(1).at("/outputs/0/facets");

    List<String> columns = new ArrayList<>();
    facets.at("/schema/fields").forEach(field -> columns.add(field.path("name").textValue()));
    assertThat(columns).isEqualTo(Contracts.of(CORE_DIM_COMMUNITY).columnNames());
    assertThat(facets.at("/symlinks/identifiers/0/name").textValue())
        .isEqualTo("core.dim_community");
    assertThat(facets.at("/documentation/description").textValue())
        .isEqualTo(Contracts.of(CORE_DIM_COMMUNITY).purpose());
  }

  @Test
  void row_19_files_taken_in_are_inputs() throws IOException {
    Run run = run(Slice.all()).readingFiles(List.of(SOURCE));
    String id = publish(run, Slice.all(), communities("tea")).publication();

    JsonNode input = events(id).get(1).at("/inputs/0");

    assertThat(input.path("name").textValue()).isEqualTo("/a/day");
    assertThat(input.at("/facets/version/datasetVersion").textValue()).isEqualTo("cd34");
  }

  private static long version(JsonNode dataset) {
    return Long.parseLong(dataset.at("/facets/version/datasetVersion").textValue());
  }

  private String folder(Table table) {
    Path folder = warehouse.resolve(table.namespace()).resolve(table.name());
    assertThat(folder).isDirectory();
    return folder.toString();
  }

  private List<JsonNode> events(String runId) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(LineageFile.of(warehouse, runId))) {
      events.add(JSON.readTree(line));
    }
    return events;
  }
}
