package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.jobs.tables.ManifestFile;
import groundswell.jobs.tables.RunManifest;
import groundswell.jobs.tables.RunOutput;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Upkeep;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Publication;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest is enough to run a stage again and to see that it comes out the same (row 20). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReproductionTest extends SparkCase {
  @TempDir static Path folder;
  private static ExampleWarehouse warehouse;

  @BeforeAll
  static void build() throws IOException {
    warehouse = ExampleWarehouse.in(folder, spark()).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000001-ingest",
        "000003-ingest",
        "000005-facts",
        "000006-marts",
        "000007-calibrate"
      })
  void row_20_a_run_comes_out_the_same_from_its_manifest(String run) {
    Publication before = Publication.read(warehouse.path());

    Reproduction.Comparison comparison = reproduce(manifest(run));

    assertThat(comparison.difference()).isEmpty();
    assertThat(comparison.equal()).isNotEmpty();
    assertThat(Publication.read(warehouse.path())).isEqualTo(before);
  }

  @Test
  void row_20_a_run_that_came_out_differently_is_told_with_table_and_row() {
    RunManifest marts = manifest("000006-marts");

    assertThat(reproduce(withoutAurora(marts, Table.MART_LAUNCH)).difference())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "mart.launch differs, first at (community_id = aurora, launch_id = ")
                    .endsWith("only the new run has it"));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void row_20_a_run_whose_snapshots_are_gone_is_refused_in_one_sentence() {
    RunManifest ingest = manifest("000003-ingest");
    Upkeep.of(spark(), warehouse.path(), Clock.systemUTC()).removeAll();

    assertThatThrownBy(() -> reproduce(ingest))
        .hasMessageMatching(
            "Run 000003-ingest-\\w+ cannot be reproduced: snapshot \\d+ of \\S+ is gone.*")
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(ExitCode.INPUT_MISSING);
  }

  private static Reproduction.Comparison reproduce(RunManifest manifest) {
    return new Reproduction(spark(), warehouse.path(), manifest).run();
  }

  /** As if the run had not written aurora's rows of a table. */
  private static RunManifest withoutAurora(RunManifest run, Table table) {
    Map<Table, RunOutput> outputs = new TreeMap<>();
    List<Slice> others = List.of(Slice.communities(Set.of("bicycles", "online-retail")));
    outputs.put(table, new RunOutput(run.outputs().get(table).written(), others, false));
    return new RunManifest(
        run.id(),
        run.run(),
        run.started(),
        run.ended(),
        run.base(),
        run.published(),
        outputs,
        run.origin());
  }

  private static RunManifest manifest(String beginning) {
    ManifestFile manifests = ManifestFile.in(warehouse.path());
    return manifests.read(RunId.find(manifests, beginning));
  }
}
