package groundswell.planning.plan;

import groundswell.planning.simulate.DemandPaths;

/**
 * What a decision earns on every draw.
 *
 * @param profit [draw, currency]
 * @param fillRate [draw] share of the members who came that were served
 * @param launch [draw, units]
 * @param reactive [draw, units]
 */
record Evaluation(double[] profit, double[] fillRate, double[] launch, double[] reactive) {
  static Evaluation of(Economics economics, DemandPaths demand, Decision decision) {
    return of(economics, demand, decision, -1, 0);
  }

  /** With {@code extra} units for nothing in one round. */
  static Evaluation of(
      Economics economics, DemandPaths demand, Decision decision, int extraRound, double extra) {
    var path = new StockPath(economics);
    int draws = demand.draws();
    var result =
        new Evaluation(new double[draws], new double[draws], new double[draws], new double[draws]);
    for (int draw = 0; draw < draws; draw++) {
      result.launch[draw] = decision.launch(draw);
      result.reactive[draw] = decision.reactive(draw);
      path.run(demand, draw, result.launch[draw], result.reactive[draw], extraRound, extra);
      result.profit[draw] = path.profit[0];
      result.fillRate[draw] = path.fillRate[0];
    }
    return result;
  }

  /** (1 - weight) x mean + weight x mean of the tail. */
  double objective(groundswell.planning.scenario.Objective objective) {
    double weight = objective.cvarWeight();
    return (1 - weight) * Tail.mean(profit) + weight * Tail.cvar(profit, objective.cvarAlpha());
  }
}
