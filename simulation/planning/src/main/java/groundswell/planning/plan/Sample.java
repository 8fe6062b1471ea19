package groundswell.planning.plan;

import groundswell.planning.simulate.DemandPaths;
import groundswell.planning.simulate.SaleDemand;
import java.util.List;

/** The draws of the sale as flat arrays for the optimiser. */
final class Sample {
  private Sample() {}

  static DemandPaths of(List<SaleDemand> demands) {
    int rounds = demands.get(0).fresh().length;
    double[] signal = new double[demands.size()];
    double[] fresh = new double[demands.size() * rounds];
    double[] unpaid = new double[demands.size()];
    double[] decline = new double[demands.size()];
    for (int draw = 0; draw < demands.size(); draw++) {
      SaleDemand demand = demands.get(draw);
      signal[draw] = demand.signal();
      unpaid[draw] = demand.parameters().unpaid();
      decline[draw] = demand.parameters().costDecline();
      for (int round = 0; round < rounds; round++) {
        fresh[draw * rounds + round] = demand.fresh()[round];
      }
    }
    return new DemandPaths(rounds, signal, fresh, unpaid, decline);
  }
}
