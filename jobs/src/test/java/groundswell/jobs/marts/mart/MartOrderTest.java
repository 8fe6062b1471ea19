package groundswell.jobs.marts.mart;

import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.schemas.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MartOrderTest {
  private static final Mart EDGES = mart(MART_EDGE_WEEKLY, CORE_FACT_INTERACTION);
  private static final Mart STRENGTH = mart(MART_TIE_STRENGTH, MART_EDGE_WEEKLY);
  private static final Mart LAUNCH = mart(MART_LAUNCH, CORE_FACT_LAUNCH_EVENT);

  @Test
  void a_mart_is_built_after_the_marts_that_it_reads() {
    assertThat(MartOrder.steps(List.of(STRENGTH, EDGES, LAUNCH)))
        .containsExactly(List.of(EDGES, LAUNCH), List.of(STRENGTH));
  }

  @Test
  void marts_that_wait_for_each_other_are_refused() {
    Mart circle = mart(MART_EDGE_WEEKLY, MART_TIE_STRENGTH);

    assertThatThrownBy(() -> MartOrder.steps(List.of(STRENGTH, circle)))
        .hasMessageContaining("wait for each other");
  }

  @Test
  void a_mart_that_is_asked_for_brings_the_marts_that_it_reads() {
    assertThat(MartOrder.closed(List.of(STRENGTH, EDGES, LAUNCH), Set.of(MART_TIE_STRENGTH)))
        .containsExactly(STRENGTH, EDGES);
  }

  @Test
  void inputs_are_what_no_mart_makes() {
    assertThat(MartOrder.inputs(List.of(STRENGTH, EDGES))).containsExactly(CORE_FACT_INTERACTION);
  }

  private static Mart mart(Table table, Table... reads) {
    return Mart.of(table, sources -> sources.of(table), reads);
  }
}
