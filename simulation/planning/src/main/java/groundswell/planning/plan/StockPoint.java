package groundswell.planning.plan;

import groundswell.kernels.statistics.Quantiles;
import groundswell.planning.simulate.DemandPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * Profit at one launch build, the reactive builds of the plan kept: a point of the curve of profit
 * against stock.
 */
record StockPoint(
    double launchBuild,
    double profitMean,
    double profitP10,
    double profitP90,
    double cvar,
    double fillRate,
    double lossProbability) {
  private static final int POINTS = 41;

  /** From nothing to the capacity, or to twice the plan where that is more telling. */
  static List<StockPoint> curve(
      Economics economics, DemandPaths demand, Builds plan, double alpha) {
    double typical = Quantiles.of(totals(demand), 0.95);
    double most = Math.min(economics.launchLimit(), Math.max(2 * plan.launch(), 1.1 * typical));
    List<StockPoint> curve = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      double launch = Math.rint(most * point / (POINTS - 1));
      Builds moved = new Builds(launch, plan.bins(), plan.reactive());
      curve.add(of(launch, Evaluation.of(economics, demand, moved.on(demand)), alpha));
    }
    return curve;
  }

  private static StockPoint of(double launch, Evaluation evaluation, double alpha) {
    double[] profit = evaluation.profit();
    long losses = java.util.Arrays.stream(profit).filter(value -> value < 0).count();
    return new StockPoint(
        launch,
        Tail.mean(profit),
        Quantiles.of(profit, 0.1),
        Quantiles.of(profit, 0.9),
        Tail.cvar(profit, alpha),
        Tail.mean(evaluation.fillRate()),
        losses / (double) profit.length);
  }

  private static double[] totals(DemandPaths demand) {
    double[] totals = new double[demand.draws()];
    java.util.Arrays.setAll(totals, demand::total);
    return totals;
  }
}
