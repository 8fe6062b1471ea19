package groundswell.planning.plan;

import groundswell.kernels.statistics.Interval;
import groundswell.kernels.statistics.Moments;
import groundswell.planning.scenario.Objective;
import groundswell.planning.simulate.DemandPaths;

/**
 * How far the plan may be from optimal because it saw a sample: batches of the draws are solved for
 * themselves, and the plan is measured against each batch's own best (Mak, Morton and Wood 1999,
 * doi:10.1016/S0167-6377(98)00054-6). The mean gap overstates the true one.
 */
final class Gap {
  private static final int BATCHES = 10;
  private static final double LEVEL = 0.95;

  private Gap() {}

  /** Gap of the objective with its interval [currency]. */
  static Interval of(Economics economics, DemandPaths demand, Objective objective, Builds plan) {
    int size = demand.draws() / BATCHES;
    var gaps = new Moments();
    for (int batch = 0; batch < BATCHES; batch++) {
      DemandPaths part = demand.slice(batch * size, (batch + 1) * size);
      Builds best = new TwoStageProgram(economics, part, objective, plan.bins()).solve();
      double mine = value(economics, part, objective, plan);
      gaps.add(Math.max(0, value(economics, part, objective, best) - mine));
    }
    return Interval.ofMean(gaps, LEVEL);
  }

  private static double value(
      Economics economics, DemandPaths demand, Objective objective, Builds builds) {
    return Evaluation.of(economics, demand, builds.on(demand)).objective(objective);
  }
}
