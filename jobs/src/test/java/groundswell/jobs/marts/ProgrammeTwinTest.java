package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.facts.FactsJob;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mart of the way in and of ties against its twin in plain SQL, on a nasty community. */
class ProgrammeTwinTest extends SparkCase {
  private static MemoryTables tables;
  private static Twins twins;

  @BeforeAll
  static void runBothStages(@TempDir Path folder) {
    tables = new MemoryTables(spark());
    Draft draft = tables.draft(Run.of("ingest", Slice.all()));
    draft.append(
        CORE_EVENT, table(CORE_EVENT, ProgrammeEvents.COLUMNS, ProgrammeEvents.of(3_000, 3)));
    draft.append(
        CORE_DIM_COMMUNITY,
        table(
            CORE_DIM_COMMUNITY,
            List.of(
                COMMUNITY_ID,
                NAME,
                ZONE,
                CURRENCY,
                STORAGE_PERIOD,
                ACTIVITY_EVENT_TYPES,
                ADOPTION_EVENT_TYPES,
                EDGE_HALF_LIFE_DAYS),
            row(
                "tea",
                "Tea",
                "UTC",
                "EUR",
                "month",
                String.join(",", ActivityTypes.DEFAULT),
                "order_paid",
                28)));
    draft.publish();
    YamlMap settings = new YamlMap("no configuration", Map.of(), Map.of());
    Workbench workbench = new Workbench(spark(), tables, folder, settings, Clock.systemUTC());
    new FactsJob().run(workbench);
    new MartsJob().run(workbench);
    twins = Twins.in(folder);
    for (Table input :
        List.of(
            CORE_EVENT,
            CORE_DIM_COMMUNITY,
            CORE_DIM_MEMBER,
            CORE_FACT_INTERACTION,
            CORE_FACT_MEMBER_ACTIVITY,
            CORE_FACT_TICKET,
            CORE_FACT_TIE_STATE,
            CORE_FACT_TOUCH,
            MART_RING_LADDER,
            MART_TIE_FUNNEL)) {
      twins.with(input, tables.read(input));
    }
  }

  @AfterAll
  static void close() {
    twins.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core.fact_touch",
        "mart.contribution",
        "mart.ring_ladder",
        "mart.seeding_funnel",
        "mart.tie_transition",
        "mart.touch_association",
        "mart.transition_attribution",
        "public.ring_ladder",
        "public.tie_funnel"
      })
  void the_table_equals_its_twin_row_by_row(String table) {
    twins.assertTwin(Table.of(table), tables.read(Table.of(table)));
  }
}
