package groundswell.jobs.marts;

import static groundswell.schemas.Table.*;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.facts.RandomCommunity;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.MemoryTables;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.ActivityTypes;
import groundswell.schemas.Table;
import groundswell.schemas.YamlMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each mart of members, and what members did, against its twin in plain SQL, on two communities of
 * random events that do not agree on what makes a member active.
 */
class MemberMartsTwinTest extends SparkCase {
  private static final String ACTS = String.join(",", ActivityTypes.DEFAULT);
  private static final String TALK = "feed_posted,reply_created,thread_created";

  private static MemoryTables tables;
  private static Twins twins;

  @BeforeAll
  static void runBothStages(@TempDir Path folder) {
    tables = new MemoryTables(spark());
    List<Row> events = new ArrayList<>(RandomCommunity.events("tea", 40, 1_500, 1));
    events.addAll(RandomCommunity.events("bikes", 25, 600, 2));
    Draft draft = tables.draft(Run.of("ingest", Slice.all()));
    draft.append(
        CORE_EVENT, table(CORE_EVENT, RandomCommunity.COLUMNS, events.toArray(Row[]::new)));
    draft.append(CORE_DIM_COMMUNITY, communities());
    draft.publish();
    Workbench workbench =
        new Workbench(
            spark(),
            tables,
            folder,
            new YamlMap("no configuration", Map.of(), Map.of()),
            Clock.systemUTC());
    new FactsJob().run(workbench);
    new MartsJob().run(workbench);
    twins = Twins.in(folder);
    for (Table input :
        List.of(
            CORE_EVENT,
            CORE_DIM_COMMUNITY,
            CORE_DIM_MEMBER,
            CORE_FACT_MEMBER_ACTIVITY,
            CORE_FACT_TIE_STATE)) {
      twins.with(input, tables.read(input));
    }
  }

  private static Dataset<Row> communities() {
    List<String> columns =
        List.of(
            "community_id",
            "name",
            "zone",
            "currency",
            "storage_period",
            "activity_event_types",
            "adoption_event_types",
            "edge_half_life_days");
    return table(
        CORE_DIM_COMMUNITY,
        columns,
        row("tea", "Tea", "UTC", "EUR", "month", TALK, "build_installed", 28),
        row("bikes", "Bikes", "UTC", "EUR", "month", ACTS, "order_paid", 28));
  }

  @AfterAll
  static void close() {
    twins.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core.fact_member_activity",
        "mart.activity_daily",
        "mart.active_members",
        "mart.stickiness",
        "mart.lifecycle",
        "mart.retention_cohort",
        "mart.ring_ladder",
        "mart.tie_funnel",
        "mart.tie_transition"
      })
  void the_table_equals_its_twin_row_by_row(String table) {
    twins.assertTwin(Table.of(table), tables.read(Table.of(table)));
  }
}
