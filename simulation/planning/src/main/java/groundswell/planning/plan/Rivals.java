package groundswell.planning.plan;

import groundswell.planning.scenario.Objective;
import groundswell.planning.simulate.DemandPaths;
import java.util.Arrays;

/** Other ways to decide, which the plan is compared with on the same draws. */
final class Rivals {
  private Rivals() {}

  /** A share of the median reservations, whatever the rest says; no reactive build. */
  static Decision naive(Economics economics, DemandPaths demand, Objective objective) {
    double[] signal = demand.signal().clone();
    Arrays.sort(signal);
    return launchOnly(economics, objective.naiveShare() * signal[signal.length / 2]);
  }

  /**
   * The newsvendor's one-shot order: the demand quantile at cu / (cu + co), where demand is what
   * would be paid for, cu the margin and goodwill of a unit and co what an unsold unit loses.
   */
  static Decision newsvendor(Economics economics, DemandPaths demand) {
    double under = economics.perPaidUnit() - economics.launchCost() + economics.goodwill();
    double over = economics.launchCost() - economics.salvage();
    double fractile = Math.max(0, under / (under + over));
    double[] wanted = new double[demand.draws()];
    Arrays.setAll(wanted, draw -> demand.total(draw) * (1 - demand.unpaid()[draw]));
    return launchOnly(economics, groundswell.kernels.statistics.Quantiles.of(wanted, fractile));
  }

  /** The plan for the mean of all draws, as if it were certain. */
  static Decision meanValue(Economics economics, DemandPaths demand) {
    double[] best = Foresight.of(economics, mean(demand), 0);
    return Decision.of(Math.rint(best[0]), Math.rint(best[1]));
  }

  /** Knows each draw in advance: an upper bound that no plan can reach. */
  static Decision perfectInformation(Economics economics, DemandPaths demand) {
    double[][] best = new double[demand.draws()][];
    Arrays.setAll(best, draw -> Foresight.of(economics, demand, draw));
    return new Decision() {
      @Override
      public double launch(int draw) {
        return best[draw][0];
      }

      @Override
      public double reactive(int draw) {
        return best[draw][1];
      }
    };
  }

  private static Decision launchOnly(Economics economics, double units) {
    double allowed = Math.min(units, economics.launchLimit());
    return Decision.of(Math.rint(Math.max(0, allowed)), 0);
  }

  private static DemandPaths mean(DemandPaths demand) {
    int rounds = demand.rounds();
    double[] fresh = new double[rounds];
    for (int draw = 0; draw < demand.draws(); draw++) {
      for (int round = 0; round < rounds; round++) {
        fresh[round] += demand.fresh(draw, round) / demand.draws();
      }
    }
    return new DemandPaths(
        rounds,
        new double[] {Tail.mean(demand.signal())},
        fresh,
        new double[] {Tail.mean(demand.unpaid())},
        new double[] {Tail.mean(demand.costDecline())});
  }
}
