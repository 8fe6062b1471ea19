package groundswell.planning.simulate;

import groundswell.planning.scenario.Scenario;
import java.util.List;

/**
 * What simulate computes: the histories of the community, and the draws of the sale.
 *
 * @param growth histories of the community; empty without one
 * @param sales draws of the sale at the stock that the scenario assumes
 * @param deliveries assumed units before each round
 */
public record Simulation(List<GrowthHistory> growth, List<SaleDraw> sales, long... deliveries) {

  /** The draws of the sale on given histories of the community. */
  public static Simulation sell(Scenario scenario, List<GrowthHistory> growth) {
    var demand = new DemandReplication(scenario, growth);
    List<SaleDemand> demands =
        LocalThreads.ofThisMachine().run(scenario.draws(), demand::run, Progress.SILENT);
    long[] deliveries = assumed(scenario, demands);
    ReplicationRunner.Replication<SaleDraw> sale =
        draw -> new RoundSales(scenario).run(demands.get(draw), deliveries);
    List<SaleDraw> sales =
        LocalThreads.ofThisMachine().run(scenario.draws(), sale, Progress.SILENT);
    return new Simulation(growth, sales, deliveries);
  }

  /** The scenario's stock in the first round, or half of the median reservations in equal parts. */
  private static long[] assumed(Scenario scenario, List<SaleDemand> demands) {
    long[] deliveries = new long[scenario.rounds().count()];
    if (scenario.sale().stock().isPresent()) {
      java.util.Arrays.fill(deliveries, scenario.sale().stock().getAsInt());
      return deliveries;
    }
    double typical = Fan.of(demands, SaleDemand::reservations).p50();
    java.util.Arrays.fill(deliveries, Math.round(typical / 2 / deliveries.length));
    return deliveries;
  }
}
