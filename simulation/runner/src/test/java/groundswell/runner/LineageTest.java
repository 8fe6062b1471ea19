package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.jobs.SparkCase;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.lineage.LineageFile;
import groundswell.jobs.marts.MartsJob;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the columns of a night come from (row 19 of the acceptance table). */
class LineageTest extends SparkCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir static Path folder;
  private static JsonNode facts;
  private static JsonNode marts;

  @BeforeAll
  static void build() throws IOException {
    ExampleWarehouse warehouse = ExampleWarehouse.in(folder, spark());
    warehouse.ingestAurora();
    facts = completed(warehouse, warehouse.run(new FactsJob()).runId());
    marts = completed(warehouse, warehouse.run(new MartsJob()).runId());
  }

  @Test
  @Tag("guarantee-19")
  void row_19_a_column_that_is_taken_over_comes_from_that_column() {
    assertThat(origins(marts, "mart.activity_daily", "daily_active_members"))
        .containsExactly("core.fact_member_day members IDENTITY");
    assertThat(origins(marts, "mart.activity_daily", "touchpoints"))
        .containsExactly("core.fact_member_day touchpoints IDENTITY");
  }

  @Test
  void row_19_what_a_fold_reads_is_said_of_the_table_and_of_no_column() {
    JsonNode lineage = lineage(marts, "mart.order_economics");

    assertThat(lineage.path("fields").properties()).isEmpty();
    assertThat(texts(lineage.path("dataset")))
        .contains("core.fact_order_line currency TRANSFORMATION")
        .allMatch(text -> text.startsWith("core.fact_order_line "));
  }

  @Test
  void row_19_every_origin_is_a_column_of_a_table_that_the_run_read_or_wrote() {
    for (JsonNode run : new JsonNode[] {facts, marts}) {
      Set<String> known = new TreeSet<>(names(run.path("inputs")));
      known.addAll(names(run.path("outputs")));
      for (JsonNode output : run.path("outputs")) {
        for (JsonNode origin : output.path("facets").path("columnLineage").findParents("field")) {
          String table = table(origin);
          assertThat(known).contains(table);
          assertThat(Contracts.of(Table.of(table)).columnNames())
              .contains(origin.path("field").textValue());
        }
      }
    }
  }

  @Test
  void row_19_every_fact_and_mart_says_where_it_comes_from() {
    for (JsonNode run : new JsonNode[] {facts, marts}) {
      Set<String> silent =
          StreamSupport.stream(run.path("outputs").spliterator(), false)
              .filter(output -> output.at("/facets/columnLineage").isMissingNode())
              .map(LineageTest::table)
              .collect(Collectors.toSet());

      assertThat(silent).isSubsetOf("core.dim_channel"); // the same in every warehouse
    }
  }

  private static Set<String> origins(JsonNode run, String table, String column) {
    return texts(lineage(run, table).at("/fields/" + column + "/inputFields"));
  }

  private static JsonNode lineage(JsonNode run, String table) {
    for (JsonNode output : run.path("outputs")) {
      if (table(output).equals(table)) {
        return output.at("/facets/columnLineage");
      }
    }
    throw new AssertionError(table + " is no output");
  }

  private static Set<String> texts(JsonNode fields) {
    Set<String> texts = new TreeSet<>();
    for (JsonNode field : fields) {
      for (JsonNode use : field.path("transformations")) {
        texts.add(
            "%s %s %s"
                .formatted(
                    table(field),
                    field.path("field").textValue(),
                    use.path("subtype").textValue()));
      }
    }
    return texts;
  }

  private static Set<String> names(JsonNode datasets) {
    Set<String> names = new TreeSet<>();
    datasets.forEach(dataset -> names.add(table(dataset)));
    return names;
  }

  /** The table of a folder, e.g. {@code mart.launch}. */
  private static String table(JsonNode dataset) {
    Path place = Path.of(dataset.path("name").textValue());
    return place.getParent().getFileName() + "." + place.getFileName();
  }

  private static JsonNode completed(ExampleWarehouse warehouse, String runId) throws IOException {
    Path file = LineageFile.of(warehouse.path(), runId);
    return JSON.readTree(Files.readAllLines(file).get(1));
  }
}
