package groundswell.planning.simulate;

import groundswell.planning.scenario.Scenario;
import groundswell.planning.scenario.ScenarioFile;
import java.util.Arrays;
import java.util.List;

/**
 * What simulate computes: the histories of the community, and the draws of the sale.
 *
 * @param growth histories of the community; empty without one
 * @param sales draws of the sale at the stock that the scenario assumes
 * @param deliveries assumed units before each round
 */
public record Simulation(List<GrowthHistory> growth, List<SaleDraw> sales, long... deliveries) {

  /**
   * The draws of the sale on given histories of the community. Who comes is drawn first, because
   * the assumed stock may depend on all draws, and drawn again beside each sale, which is cheaper
   * than sending it there.
   */
  public static Simulation sell(
      ScenarioFile file, List<GrowthHistory> growth, ReplicationRunner runner, Progress progress) {
    int draws = file.scenario().draws();
    var demand = new DemandReplication(ScenarioText.of(file), growth);
    progress.begin("draws of who comes", draws);
    List<SaleDemand> demands = runner.run(draws, demand, progress);
    long[] deliveries = assumed(file.scenario(), demands);
    progress.begin("draws of the sale", draws);
    List<SaleDraw> sales = runner.run(draws, new SaleReplication(demand, deliveries), progress);
    return new Simulation(growth, sales, deliveries);
  }

  /** The scenario's stock in the first round, or half of the median reservations in equal parts. */
  private static long[] assumed(Scenario scenario, List<SaleDemand> demands) {
    long[] deliveries = new long[scenario.rounds().count()];
    if (scenario.sale().stock().isPresent()) {
      Arrays.fill(deliveries, scenario.sale().stock().getAsInt());
      return deliveries;
    }
    double typical = Fan.of(demands, SaleDemand::reservations).p50();
    Arrays.fill(deliveries, Math.round(typical / 2 / deliveries.length));
    return deliveries;
  }
}
