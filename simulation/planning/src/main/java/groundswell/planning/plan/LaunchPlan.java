package groundswell.planning.plan;

import groundswell.kernels.statistics.Interval;
import groundswell.planning.scenario.Objective;
import groundswell.planning.scenario.Scenario;
import groundswell.planning.simulate.DemandPaths;
import groundswell.planning.simulate.RoundSales;
import groundswell.planning.simulate.SaleDemand;
import groundswell.planning.simulate.SaleDraw;
import java.util.ArrayList;
import java.util.List;

/**
 * The launch plan of a scenario: what to build, what it earns on every draw, and what other ways to
 * decide earn on the same draws.
 *
 * @param alpha the worst 1 - alpha of the draws are the tail
 * @param demand who comes, draw by draw
 * @param builds the decision, in whole units
 * @param evaluation what it earns on every draw
 * @param sales the rounds under the plan, draw by draw
 * @param rivals other ways to decide
 * @param curve profit against launch build
 * @param gap how far from optimal the plan may be [currency of the objective]
 * @param shadowPrices worth of one more unit in a round [round, currency]
 */
record LaunchPlan(
    double alpha,
    DemandPaths demand,
    Builds builds,
    Evaluation evaluation,
    List<SaleDraw> sales,
    List<Compared> rivals,
    List<StockPoint> curve,
    Interval gap,
    double[] shadowPrices) {
  /** Draws that the optimiser sees; all draws judge it. */
  private static final int OPTIMISED_DRAWS = 800;

  static LaunchPlan of(Scenario scenario, List<SaleDemand> demands) {
    var economics = Economics.of(scenario);
    DemandPaths demand = Sample.of(demands);
    DemandPaths seen = demand.slice(0, Math.min(OPTIMISED_DRAWS, demand.draws()));
    var objective = scenario.objective();
    Builds builds = solve(economics, seen, objective);
    Evaluation evaluation = Evaluation.of(economics, demand, builds.on(demand));
    return new LaunchPlan(
        objective.cvarAlpha(),
        demand,
        builds,
        evaluation,
        sales(scenario, economics, demands, builds),
        rivals(economics, demand, seen, objective, evaluation),
        StockPoint.curve(economics, demand, builds, objective.cvarAlpha()),
        Gap.of(economics, demand, objective, builds),
        shadowPrices(economics, demand, objective, builds));
  }

  private static Builds solve(Economics economics, DemandPaths seen, Objective objective) {
    SignalBins bins = SignalBins.of(seen.signal(), objective.signalBins());
    return new TwoStageProgram(economics, seen, objective, bins).solve().rounded();
  }

  private static List<SaleDraw> sales(
      Scenario scenario, Economics economics, List<SaleDemand> demands, Builds builds) {
    var rounds = new RoundSales(scenario);
    List<SaleDraw> sales = new ArrayList<>();
    for (SaleDemand demand : demands) {
      double reactive = builds.reactive()[builds.bins().of((double) demand.signal())];
      sales.add(rounds.run(demand, Deliveries.of(economics, builds.launch(), reactive)));
    }
    return sales;
  }

  private static List<Compared> rivals(
      Economics economics,
      DemandPaths demand,
      DemandPaths seen,
      Objective objective,
      Evaluation plan) {
    Builds blind = solve(economics, seen, objective.withBins(1));
    List<Compared> rivals = new ArrayList<>();
    var judge = new Judge(economics, demand, plan, objective.cvarAlpha());
    rivals.add(judge.of("plan", null));
    rivals.add(judge.of("without_signal", blind.on(demand)));
    rivals.add(judge.of("mean_value", Rivals.meanValue(economics, seen)));
    rivals.add(judge.of("newsvendor", Rivals.newsvendor(economics, seen)));
    rivals.add(judge.of("naive", Rivals.naive(economics, seen, objective)));
    rivals.add(judge.of("perfect_information", Rivals.perfectInformation(economics, demand)));
    return rivals;
  }

  private static double[] shadowPrices(
      Economics economics, DemandPaths demand, Objective objective, Builds builds) {
    Decision decision = builds.on(demand);
    double base = Evaluation.of(economics, demand, decision).objective(objective);
    double[] prices = new double[economics.rounds()];
    for (int round = 0; round < prices.length; round++) {
      var more = Evaluation.of(economics, demand, decision, round, 1);
      prices[round] = more.objective(objective) - base;
    }
    return prices;
  }

  /** Evaluates rivals on the draws of the plan. */
  private record Judge(Economics economics, DemandPaths demand, Evaluation plan, double alpha) {
    Compared of(String policy, Decision decision) {
      Evaluation rival = decision == null ? plan : Evaluation.of(economics, demand, decision);
      return Compared.of(policy, rival, plan, alpha);
    }
  }
}
