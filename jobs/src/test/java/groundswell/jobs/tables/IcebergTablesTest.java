package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.META_RECONCILIATION;
import static groundswell.schemas.Table.META_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.schemas.ContractViolation;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Publication;
import groundswell.schemas.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the tables of a warehouse promise their readers and writers. */
class IcebergTablesTest extends WarehouseCase {
  @Test
  void a_table_that_was_never_written_is_empty_with_the_columns_of_its_contract() {
    assertThat(tables.exists(CORE_DIM_COMMUNITY)).isFalse();
    assertThat(tables.read(CORE_DIM_COMMUNITY).count()).isZero();
    assertThat(tables.read(CORE_DIM_COMMUNITY).columns()).contains("zone");
  }

  @Test
  void what_is_published_is_what_was_written() {
    publish(Slice.all(), communities("tea", "ski"));

    assertSame(communities("ski", "tea"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  void a_replaced_slice_leaves_the_others_alone() {
    publish(Slice.all(), communities("tea", "ski"));

    publish(Slice.communities(Set.of("ski")), communities());

    assertSame(communities("tea"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  void rows_outside_the_replaced_slice_are_refused() {
    Slice ski = Slice.communities(Set.of("ski"));
    Draft draft = tables.draft(run(ski));

    assertThatThrownBy(() -> draft.replace(CORE_DIM_COMMUNITY, ski, communities("tea")))
        .hasMessageContaining("tea");
  }

  @Test
  @Tag("guarantee-5")
  void a_draft_is_seen_by_itself_and_by_nobody_else() {
    Draft draft = tables.draft(run(Slice.all()));
    draft.replace(CORE_DIM_COMMUNITY, Slice.all(), communities("tea"));

    assertSame(communities("tea"), draft.read(CORE_DIM_COMMUNITY));
    assertThat(tables.read(CORE_DIM_COMMUNITY).count()).isZero();
  }

  @Test
  void appended_rows_join_the_published_ones() {
    append("run-1", 1L);
    append("run-2", 1L);

    assertThat(tables.read(META_RECONCILIATION).count()).isEqualTo(2);
  }

  @Test
  @Tag("guarantee-11")
  void an_unbalanced_account_is_not_published() {
    assertThatThrownBy(() -> append("run-1", 7L))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining("1 of 1 rows break 'events_read = accepted + duplicate");
    assertThat(tables.exists(META_RECONCILIATION)).isFalse();
  }

  @Test
  @Tag("guarantee-15")
  void a_failed_audit_publishes_nothing_and_says_what_broke() {
    publish(Slice.all(), communities("tea"));
    Publication before = Publication.read(warehouse);

    assertThatThrownBy(() -> publish(Slice.all(), communities("ski", "ski")))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining("1 of 2 rows break '(community_id) names one row'")
        .hasMessageContaining("community_id: ski")
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(ExitCode.AUDIT_FAILED);

    assertThat(Publication.read(warehouse)).isEqualTo(before);
    assertSame(communities("tea"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  @Tag("guarantee-1")
  void a_run_with_the_same_key_is_done_until_another_run_changes_its_slice() {
    Slice all = Slice.all();
    publish(run(all).configuredBy("a"), all, communities("tea"));
    assertThat(tables.isDone(run(all).configuredBy("a"))).isTrue();
    assertThat(tables.isDone(run(all).configuredBy("b"))).isFalse();

    publish(run(all).configuredBy("b"), all, communities("ski"));
    assertThat(tables.isDone(run(all).configuredBy("a"))).isFalse();
  }

  @Test
  @Tag("guarantee-20")
  void a_run_leaves_a_row_and_a_file_that_say_what_it_did() {
    Published published = publish(Slice.all(), communities("tea", "ski"));

    Row row = tables.read(META_RUN).select("run_id", "stage", "rows_out").first();
    assertThat(row).isEqualTo(row(published.publication(), "ingest", 2L));
    assertThat(warehouse.resolve("publish/runs/" + published.publication() + ".json")).exists();
  }

  @Test
  void published_files_exist_below_the_warehouse_and_hold_all_rows() throws IOException {
    publish(Slice.all(), communities("tea", "ski"));

    var published = Publication.read(warehouse).table(CORE_DIM_COMMUNITY).orElseThrow();
    assertThat(published.rows()).isEqualTo(2);
    assertThat(published.files()).hasSize(2).allMatch(file -> exists(file));
    assertThat(exists(published.metadata())).isTrue();
    assertThat(checksumFiles()).isEmpty();
  }

  private boolean exists(String file) {
    return !file.startsWith("/") && Files.exists(warehouse.resolve(file));
  }

  private List<Path> checksumFiles() throws IOException {
    try (Stream<Path> files = Files.walk(warehouse)) {
      return files.filter(file -> file.toString().endsWith(".crc")).toList();
    }
  }

  private void append(String runId, long accepted) {
    Draft draft = tables.draft(Run.of("ingest", Slice.all()).configuredBy(runId));
    draft.append(
        META_RECONCILIATION,
        table(
            META_RECONCILIATION,
            List.of(
                "run_id",
                "source_file",
                "community_id",
                "rows_read",
                "events_read",
                "accepted",
                "duplicate",
                "rejected",
                "erased",
                "file_bytes",
                "file_hash"),
            row(runId, "day.csv", "tea", 4L, 3L, accepted, 1L, 1L, 0L, 9L, "0123456789abcdef")));
    draft.publish();
  }
}
