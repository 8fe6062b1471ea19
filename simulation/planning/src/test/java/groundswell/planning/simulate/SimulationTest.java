package groundswell.planning.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.scenario.Scenarios;
import groundswell.planning.simulate.SaleDraw.Column;
import groundswell.planning.store.Rows;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws of the draws: conservation, order, and bytes that do not depend on threads. */
class SimulationTest {
  @Test
  void units_and_members_are_conserved_in_every_draw_and_round() {
    for (SaleDraw sale : sales()) {
      long delivered = 0;
      long paidBefore = 0;
      for (int round = 0; round < sale.rounds(); round++) {
        delivered += 800;
        assertThat(sale.of(Column.OPEN, round)).isEqualTo(delivered - paidBefore);
        assertThat(sale.of(Column.ALLOCATED, round))
            .isEqualTo(sale.of(Column.PAID, round) + sale.of(Column.RETURNED, round))
            .isLessThanOrEqualTo(sale.of(Column.OFFERED, round));
        assertThat(sale.of(Column.WANTED, round))
            .isEqualTo(sale.of(Column.ALLOCATED, round) + sale.of(Column.UNSERVED, round));
        paidBefore += sale.of(Column.PAID, round);
      }
    }
  }

  @Test
  void a_round_sells_out_exactly_when_everything_offered_is_allocated() {
    for (SaleDraw sale : sales()) {
      boolean gone = sale.of(Column.ALLOCATED, 0) == sale.of(Column.OFFERED, 0);
      assertThat(Double.isNaN(sale.sellOutS()[0])).isEqualTo(!gone);
    }
  }

  @Test
  void more_stock_never_sells_out_earlier_on_the_same_draws() {
    var scenario = Scenarios.small().scenario();
    var sales = sales();
    var rounds = new RoundSales(scenario);
    for (SaleDraw sale : sales) {
      SaleDraw more = rounds.run(sale.demand(), 900, 0, 0);
      SaleDraw less = rounds.run(sale.demand(), 500, 0, 0);
      if (!Double.isNaN(more.sellOutS()[0])) {
        assertThat(more.sellOutS()[0]).isGreaterThanOrEqualTo(less.sellOutS()[0]);
      }
    }
  }

  @Test
  void histories_are_the_same_on_1_2_and_7_threads(@TempDir Path folder) {
    var replication = replication(folder);
    var one = new LocalThreads(1).run(12, replication, Progress.SILENT);
    var two = new LocalThreads(2).run(12, replication, Progress.SILENT);
    var seven = new LocalThreads(7).run(12, replication, Progress.SILENT);

    assertThat(one).usingRecursiveComparison().isEqualTo(two);
    assertThat(one).usingRecursiveComparison().isEqualTo(seven);
    assertThat(one.get(0).won()).isNotEqualTo(one.get(1).won());
  }

  @Test
  void the_seed_programme_never_loses_members_when_nobody_speaks_badly(@TempDir Path folder) {
    Path bundle = HandMadeBundle.write(folder, 500, 6);
    ScenarioFile file =
        Scenarios.of(
            Scenarios.TEXT
                + "word_of_mouth: {community: '%s', negative_share: 0}%n".formatted(bundle));
    var replication = new CommunityReplication(file, bundle);
    for (int number = 0; number < 5; number++) {
      GrowthHistory history = replication.run(number);
      for (int day = 0; day < history.won().length; day++) {
        assertThat(history.won()[day]).isGreaterThanOrEqualTo(history.wonWithout()[day]);
      }
    }
  }

  @Test
  void draws_are_the_same_on_1_2_and_7_threads() {
    List<Map<String, Object>> one = rows(new LocalThreads(1));

    assertThat(rows(new LocalThreads(2))).isEqualTo(one);
    assertThat(rows(new LocalThreads(7))).isEqualTo(one);
  }

  private static List<Map<String, Object>> rows(ReplicationRunner runner) {
    return SimulationRows.sales(
            new Rows(Table.SIMULATION_SALE_DRAW, Map.of()), sell(runner).sales())
        .list();
  }

  private static List<SaleDraw> sales() {
    return sell(LocalThreads.ofThisMachine()).sales();
  }

  private static Simulation sell(ReplicationRunner runner) {
    return Simulation.sell(Scenarios.small(), List.of(), runner, Progress.SILENT);
  }

  private static CommunityReplication replication(Path folder) {
    Path bundle = HandMadeBundle.write(folder, 500, 6);
    return new CommunityReplication(Scenarios.withCommunity(bundle), bundle);
  }
}
