package groundswell.jobs.facts;

import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.MemoryTables;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.YamlMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A stage that is asked for some of its tables builds them, and later the others. */
class OnlySomeTablesTest extends SparkCase {
  private final MemoryTables tables = new MemoryTables(spark());
  private final Workbench bench =
      new Workbench(
          spark(),
          tables,
          Path.of("nowhere"),
          new YamlMap("no configuration", Map.of(), Map.of()),
          Clock.systemUTC());

  @Test
  void a_table_brings_what_it_is_made_from_and_the_others_follow_when_asked_for() {
    publishEvents();

    Summary some = new FactsJob().only(Set.of(CORE_FACT_MEMBER_DAY)).run(bench);
    assertThat(some.published())
        .containsExactly(
            CORE_DIM_MEMBER, CORE_FACT_MEMBER_ACTIVITY, CORE_FACT_MEMBER_DAY, CORE_FACT_TIE_STATE);

    Summary all = new FactsJob().run(bench);
    assertThat(all.published()).contains(CORE_FACT_POST, CORE_DIM_CHANNEL, CORE_FACT_TOUCH);
    assertThat(new FactsJob().run(bench)).isEqualTo(Summary.NOTHING);
  }

  private void publishEvents() {
    Draft draft = tables.draft(Run.of("ingest", Slice.all()));
    Row[] events = RandomCommunity.events("tea", 5, 60, 1).toArray(Row[]::new);
    draft.append(CORE_EVENT, table(CORE_EVENT, RandomCommunity.COLUMNS, events));
    draft.publish();
  }
}
