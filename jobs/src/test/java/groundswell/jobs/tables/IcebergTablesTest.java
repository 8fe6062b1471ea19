package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.META_RECONCILIATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Publication;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables of a warehouse promise their readers and writers. */
class IcebergTablesTest extends SparkCase {
  private static final String COMMUNITY =
      "community_id STRING, name STRING, zone STRING, currency STRING, storage_period STRING,"
          + " adoption_event_types STRING, adoption_sku_category STRING, edge_half_life_days INT";

  @TempDir private Path warehouse;
  private Tables tables;

  @BeforeEach
  void open() {
    tables = IcebergTables.open(spark(), warehouse, Clock.systemUTC());
  }

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
    Draft draft = tables.draft(run(Slice.communities(Set.of("ski"))));

    assertThatThrownBy(
            () ->
                draft.replace(
                    CORE_DIM_COMMUNITY, Slice.communities(Set.of("ski")), communities("tea")))
        .hasMessageContaining("tea");
  }

  @Test
  void a_failed_audit_publishes_nothing_and_says_what_broke() {
    publish(Slice.all(), communities("tea"));
    Publication before = Publication.read(warehouse);

    assertThatThrownBy(() -> publish(Slice.all(), communities("ski", "ski")))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining("1 of 2 rows break '(community_id) names one row'")
        .hasMessageContaining("community_id: ski");

    assertThat(Publication.read(warehouse)).isEqualTo(before);
    assertSame(communities("tea"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  void appended_rows_join_the_published_ones() {
    append("run-1");
    append("run-2");

    assertThat(tables.read(META_RECONCILIATION).count()).isEqualTo(2);
  }

  private void append(String runId) {
    Draft draft = tables.draft(Run.of("ingest", Slice.all()).configuredBy(runId));
    draft.append(
        META_RECONCILIATION,
        table(
            "run_id STRING, source_file STRING, community_id STRING, rows_read BIGINT, events_read"
                + " BIGINT, accepted BIGINT, duplicate BIGINT, rejected BIGINT, erased BIGINT",
            row(runId, "day.csv", "tea", 4L, 3L, 1L, 1L, 1L, 0L)));
    draft.publish();
  }

  private void publish(Slice slice, Dataset<Row> rows) {
    Draft draft = tables.draft(run(slice));
    draft.replace(CORE_DIM_COMMUNITY, slice, rows);
    draft.publish();
  }

  private static Run run(Slice slice) {
    return Run.of("ingest", slice).writing(CORE_DIM_COMMUNITY);
  }

  private static Dataset<Row> communities(String... ids) {
    Row[] rows = new Row[ids.length];
    for (int index = 0; index < ids.length; index++) {
      rows[index] = row(ids[index], ids[index], "UTC", "EUR", "day", "order_paid", null, 28);
    }
    return table(COMMUNITY, rows);
  }
}
