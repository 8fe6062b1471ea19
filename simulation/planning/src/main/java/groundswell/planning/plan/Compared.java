package groundswell.planning.plan;

import groundswell.kernels.statistics.Interval;
import groundswell.kernels.statistics.Moments;

/**
 * One way to decide, on the same draws as the plan.
 *
 * @param policy name
 * @param launchBuild mean launch build [units]
 * @param reactiveBuild mean reactive build [units]
 * @param profitMean mean profit
 * @param cvar mean profit of the worst draws
 * @param fillRate mean share of members served
 * @param lossProbability share of draws that lose money
 * @param planAdvantage mean profit of the plan less this one's, draw by draw, with its interval
 */
record Compared(
    String policy,
    double launchBuild,
    double reactiveBuild,
    double profitMean,
    double cvar,
    double fillRate,
    double lossProbability,
    Interval planAdvantage) {
  private static final double LEVEL = 0.95;

  static Compared of(String policy, Evaluation rival, Evaluation plan, double alpha) {
    var difference = new Moments();
    long losses = 0;
    for (int draw = 0; draw < rival.profit().length; draw++) {
      difference.add(plan.profit()[draw] - rival.profit()[draw]);
      losses += rival.profit()[draw] < 0 ? 1 : 0;
    }
    return new Compared(
        policy,
        Tail.mean(rival.launch()),
        Tail.mean(rival.reactive()),
        Tail.mean(rival.profit()),
        Tail.cvar(rival.profit(), alpha),
        Tail.mean(rival.fillRate()),
        losses / (double) rival.profit().length,
        Interval.ofMean(difference, LEVEL));
  }
}
