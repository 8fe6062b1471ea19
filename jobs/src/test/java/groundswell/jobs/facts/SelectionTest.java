package groundswell.jobs.facts;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.CORE_FACT_ADOPTION;
import static groundswell.schemas.Table.CORE_REJECTED_EVENT;
import static groundswell.schemas.Table.META_RECONCILIATION;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.MemoryTables;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which communities a stage builds anew. */
class SelectionTest extends SparkCase {
  private static final List<Table> INPUTS = List.of(CORE_FACT_ADOPTION, CORE_DIM_COMMUNITY);
  private static final Table OUTPUT = CORE_REJECTED_EVENT;

  private final Tables tables = new MemoryTables(spark());

  @Test
  void a_community_is_built_once_and_again_when_any_of_its_inputs_changed() {
    publish(CORE_DIM_COMMUNITY, community(28));
    assertThat(changed(Selection.EVERYTHING)).containsExactly("tea");

    publish(OUTPUT, rejected());
    assertThat(changed(Selection.EVERYTHING)).isEmpty();

    publish(CORE_DIM_COMMUNITY, community(14));
    assertThat(changed(Selection.EVERYTHING)).containsExactly("tea");
  }

  @Test
  void a_community_is_built_again_when_it_names_other_types_of_activity() {
    publish(CORE_DIM_COMMUNITY, community("reply_created", 28));
    publish(OUTPUT, rejected());

    publish(CORE_DIM_COMMUNITY, community("reply_created,thread_created", 28));

    assertThat(changed(Selection.EVERYTHING)).containsExactly("tea");
  }

  @Test
  void a_community_is_built_again_for_an_output_that_does_not_have_it() {
    publish(CORE_DIM_COMMUNITY, community(28));
    publish(OUTPUT, rejected());

    assertThat(Selection.EVERYTHING.changed(tables, INPUTS, List.of(OUTPUT, META_RECONCILIATION)))
        .containsExactly("tea");
  }

  @Test
  void a_community_that_was_not_asked_for_stays_as_it_is() {
    publish(CORE_DIM_COMMUNITY, community(28));

    assertThat(changed(new Selection(Set.of("cup"), LocalDate.MIN, LocalDate.MAX))).isEmpty();
  }

  private Set<String> changed(Selection selection) {
    return selection.changed(tables, INPUTS, List.of(OUTPUT));
  }

  private void publish(Table table, Dataset<Row> rows) {
    Run run =
        Run.of("test", Slice.all())
            .reading(tables, CORE_DIM_COMMUNITY)
            .writing(table)
            .catchingUp(Set.of("tea"));
    Draft draft = tables.draft(run);
    draft.replace(table, Slice.all(), rows);
    draft.publish();
  }

  private static Dataset<Row> community(int halfLife) {
    return community("reply_created", halfLife);
  }

  private static Dataset<Row> community(String activity, int halfLife) {
    return table(
        "community_id STRING, name STRING, zone STRING, currency STRING, storage_period STRING,"
            + " activity_event_types STRING, adoption_event_types STRING,"
            + " adoption_sku_category STRING, edge_half_life_days INT, wallet_assumption_id STRING,"
            + " wallet_per_member_year DECIMAL(18,4), wallet_currency STRING, wallet_source STRING,"
            + " smallest_group INT",
        row(
            "tea",
            "Tea",
            "UTC",
            "EUR",
            "day",
            activity,
            "order_paid",
            null,
            halfLife,
            null,
            null,
            null,
            null,
            10));
  }

  private static Dataset<Row> rejected() {
    return table(
        "community_id STRING, period DATE, source_file STRING, source_offset STRING,"
            + " event_type STRING, event_id STRING, reason STRING, detail STRING, raw BINARY,"
            + " rejected_count BIGINT",
        row("tea", Date.valueOf("2024-05-01"), "a.csv", "1", null, null, "BAD", "?", null, 1L));
  }
}
