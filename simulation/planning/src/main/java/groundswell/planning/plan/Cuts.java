package groundswell.planning.plan;

import groundswell.planning.scenario.Objective;
import groundswell.planning.simulate.DemandPaths;

/**
 * Cuts of the two-stage program: the exact value and slope of every draw at a point, by {@link
 * StockPath}, summed per range of the signal.
 */
final class Cuts {
  private final StockPath path;
  private final DemandPaths demand;
  private final Objective objective;
  private final SignalBins bins;

  Cuts(StockPath path, DemandPaths demand, Objective objective, SignalBins bins) {
    this.path = path;
    this.demand = demand;
    this.objective = objective;
    this.bins = bins;
  }

  /**
   * Adds the cuts at a point to the master; returns the true objective there, at the best tail
   * level.
   *
   * @param point launch build, reactive build of each range, tail level
   */
  double add(double[] point, Master master) {
    double tail = point[1 + bins.count()];
    var slopes = new Slopes();
    double[] profits = new double[demand.draws()];
    for (int draw = 0; draw < profits.length; draw++) {
      int bin = bins.of(demand.signal()[draw]);
      path.run(demand, draw, point[0], point[1 + bin]);
      profits[draw] = path.profit[0];
      slopes.add(bin, tail);
    }
    slopes.post(point, master);
    double weight = objective.cvarWeight();
    return (1 - weight) * Tail.mean(profits) + weight * Tail.cvar(profits, objective.cvarAlpha());
  }

  /** Values and slopes at one point. */
  private final class Slopes {
    private final double[] at = new double[bins.count()];
    private final double[] perLaunch = new double[bins.count()];
    private final double[] perReactive = new double[bins.count()];
    private final double[] perTail = new double[bins.count()];
    private final double[] fill = new double[1 + bins.count()]; // [build]
    private double fillAt;

    void add(int bin, double tail) {
      double share = 1.0 / demand.draws();
      double weight = objective.cvarWeight();
      double inTail = path.profit[0] < tail ? share * weight / (1 - objective.cvarAlpha()) : 0;
      double slope = share * (1 - weight) + inTail;
      at[bin] += share * (1 - weight) * path.profit[0] - inTail * (tail - path.profit[0]);
      perLaunch[bin] += slope * path.profit[1];
      perReactive[bin] += slope * path.profit[2];
      perTail[bin] -= inTail;
      fillAt += share * path.fillRate[0];
      fill[0] += share * path.fillRate[1];
      fill[1 + bin] += share * path.fillRate[2];
    }

    void post(double[] point, Master master) {
      double tail = point[1 + bins.count()];
      for (int bin = 0; bin < at.length; bin++) {
        double constant =
            at[bin]
                - perLaunch[bin] * point[0]
                - perReactive[bin] * point[1 + bin]
                - perTail[bin] * tail;
        master.cut(bin, constant, perLaunch[bin], perReactive[bin], perTail[bin]);
      }
      if (objective.minFillRate().isPresent()) {
        master.floor(objective.minFillRate().getAsDouble(), fillWithout(point), fill);
      }
    }

    /** Fill rate at the point less what its builds give by their slopes. */
    private double fillWithout(double[] point) {
      double constant = fillAt;
      for (int build = 0; build < fill.length; build++) {
        constant -= fill[build] * point[build];
      }
      return constant;
    }
  }
}
