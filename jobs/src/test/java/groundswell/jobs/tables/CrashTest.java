package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.CORE_REJECTED_EVENT;
import static groundswell.schemas.Table.META_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run that dies, wherever it dies, leaves what was published; the next run clears the rest. */
class CrashTest extends WarehouseCase {
  @Test
  void a_table_moved_by_a_run_that_died_before_publishing_still_reads_as_published() {
    publish(Slice.all(), communities("tea"));
    dieAfterFastForward("ski");

    assertSame(communities("tea"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  @Tag("guarantee-2")
  void the_next_run_begins_from_what_was_published_and_not_from_what_died() {
    publish(Slice.all(), communities("tea"));
    dieAfterFastForward("ski");

    Draft draft = tables.draft(run(Slice.all()));
    draft.append(CORE_DIM_COMMUNITY, communities("go"));
    draft.publish();

    assertSame(communities("tea", "go"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  void a_first_run_that_died_leaves_nothing_for_the_next() {
    dieAfterFastForward("ski");

    Draft draft = tables.draft(run(Slice.all()));
    draft.append(CORE_DIM_COMMUNITY, communities("go"));
    draft.publish();

    assertSame(communities("go"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  void a_branch_that_a_dead_run_of_the_stage_left_is_dropped() {
    Draft dead = tables.draft(run(Slice.all()).configuredBy("dead"));
    dead.replace(CORE_DIM_COMMUNITY, Slice.all(), communities("ski"));

    publish(Slice.all(), communities("tea"));

    assertThat(iceberg(CORE_DIM_COMMUNITY).refs().values().stream().filter(ref -> ref.isBranch()))
        .hasSize(1);
  }

  @Test
  @Tag("guarantee-16")
  void a_main_line_that_moved_while_a_draft_was_written_is_a_conflict() {
    publish(Slice.all(), communities("tea"));
    Draft slow = tables.draft(Run.of("maintain", Slice.all()));
    slow.replace(CORE_DIM_COMMUNITY, Slice.all(), communities("slow"));
    publish(Slice.all(), communities("quick"));

    assertThatThrownBy(slow::publish)
        .hasMessageContaining("run the stage again")
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(ExitCode.COMMIT_CONFLICT);
    assertSame(communities("quick"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  void a_lost_publication_is_not_taken_for_an_empty_warehouse() throws IOException {
    publish(Slice.all(), communities("tea"));
    Files.delete(warehouse.resolve("publish/latest.json"));

    assertThatThrownBy(() -> tables.read(CORE_DIM_COMMUNITY))
        .hasMessageContaining("latest.json is missing");
  }

  @Test
  void many_failed_runs_do_not_push_the_published_metadata_out() {
    publish(Slice.all(), communities("tea"));
    for (int attempt = 0; attempt < 3; attempt++) {
      Draft dead = tables.draft(run(Slice.all()).configuredBy("attempt " + attempt));
      dead.replace(CORE_DIM_COMMUNITY, Slice.all(), communities("ski"));
    }

    assertSame(communities("tea"), tables.read(CORE_DIM_COMMUNITY));
    assertThat(tables.read(META_RUN).count()).isEqualTo(1);
    assertThat(tables.exists(CORE_REJECTED_EVENT)).isFalse();
  }

  /** What kill -9 leaves between the last fast-forward and the new publication. */
  private void dieAfterFastForward(String id) {
    Run run = run(Slice.all()).configuredBy("died");
    Draft draft = tables.draft(run);
    draft.replace(CORE_DIM_COMMUNITY, Slice.all(), communities(id));
    iceberg(CORE_DIM_COMMUNITY)
        .manageSnapshots()
        .fastForwardBranch("main", "ingest_" + run.key())
        .commit();
  }

  private org.apache.iceberg.Table iceberg(Table table) {
    return Catalogue.open(spark(), warehouse).load(table);
  }
}
