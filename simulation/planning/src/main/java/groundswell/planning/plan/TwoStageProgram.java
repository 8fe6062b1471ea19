package groundswell.planning.plan;

import groundswell.planning.scenario.Objective;
import groundswell.planning.simulate.DemandPaths;
import java.util.Arrays;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The two-stage sample-average program with a CVaR term (Rockafellar and Uryasev 2000), solved by
 * the L-shaped method with one cut per range of the signal (Birge and Louveaux 1988,
 * doi:10.1016/0377-2217(88)90159-2): a small master program by ojAlgo, and the exact value and
 * slope of every draw by {@link StockPath}. The master holds the launch build, one reactive build
 * per range, the tail level and their minimum orders; it never grows with the draws.
 */
final class TwoStageProgram {
  private static final int MOST_ITERATIONS = 300;
  private static final double TOLERANCE = 1e-7;

  private final Economics economics;
  private final DemandPaths demand;
  private final Objective objective;
  private final SignalBins bins;
  private final StockPath path;
  private final ExpressionsBasedModel master = new ExpressionsBasedModel();
  private final Variable launch;
  private final Variable[] reactive; // [bin]
  private final Variable tailLevel;
  private final Variable[] value; // [bin] share of the objective
  private final Variable fill;
  private int iterations;

  TwoStageProgram(Economics economics, DemandPaths demand, Objective objective, SignalBins bins) {
    this.economics = economics;
    this.demand = demand;
    this.objective = objective;
    this.bins = bins;
    this.path = new StockPath(economics);
    double bound = profitBound();
    launch = build("launch", economics.launchLimit());
    reactive = new Variable[bins.count()];
    Arrays.setAll(reactive, bin -> build("reactive" + bin, economics.reactiveCapacity()));
    tailLevel = master.addVariable("tail").lower(-bound).upper(bound);
    tailLevel.weight(objective.cvarWeight());
    value = new Variable[bins.count()];
    double widest = bound * (1 + 2 / (1 - objective.cvarAlpha()));
    Arrays.setAll(
        value, bin -> master.addVariable("value" + bin).lower(-widest).upper(widest).weight(1));
    fill = master.addVariable("fill").lower(objective.minFillRate().orElse(0)).upper(1);
  }

  /** The optimal builds. */
  Builds solve() {
    Builds best = null;
    double bestValue = Double.NEGATIVE_INFINITY;
    double[] point = start();
    for (iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
      double reached = cut(point);
      if (reached > bestValue && feasible(point)) {
        bestValue = reached;
        best = builds(point);
      }
      Optimisation.Result result = master.maximise();
      if (!result.getState().isFeasible()) {
        throw infeasible();
      }
      point = point();
      double bound = bound(point);
      if (best != null && bound - bestValue <= TOLERANCE * Math.max(1, Math.abs(bestValue))) {
        return best;
      }
    }
    return best;
  }

  int iterations() {
    return iterations;
  }

  private Variable build(String name, double most) {
    double capacity = Math.max(0, most);
    Variable units = master.addVariable(name).lower(0).upper(capacity);
    if (economics.moq() > 0) {
      Variable chosen = master.addVariable(name + "-chosen").binary();
      master.addExpression(name + "-most").set(units, 1).set(chosen, -capacity).upper(0);
      master.addExpression(name + "-least").set(units, 1).set(chosen, -economics.moq()).lower(0);
    }
    return units;
  }

  /** No profit or loss is larger than this. */
  private double profitBound() {
    double units = economics.launchCapacity() + economics.reactiveCapacity();
    double most = 0;
    for (int draw = 0; draw < demand.draws(); draw++) {
      most = Math.max(most, demand.total(draw));
    }
    double perUnit = economics.perPaidUnit() + economics.launchCost() + economics.salvage();
    double holding = economics.holding() * economics.rounds() * units;
    return 1 + units * perUnit + most * economics.goodwill() + holding;
  }

  private double[] start() {
    double[] point = new double[bins.count() + 2];
    point[0] = Math.min(economics.launchLimit(), economics.launchCapacity() / 2);
    return point;
  }

  private boolean feasible(double[] point) {
    return objective.minFillRate().isEmpty()
        || meanFill(point) >= objective.minFillRate().getAsDouble() - 1e-6;
  }

  private double meanFill(double[] point) {
    double sum = 0;
    for (int draw = 0; draw < demand.draws(); draw++) {
      int bin = bins.of(demand.signal()[draw]);
      sum += path.run(demand, draw, point[0], point[1 + bin]).fillRate[0];
    }
    return sum / demand.draws();
  }

  private Builds builds(double[] point) {
    return new Builds(point[0], bins, Arrays.copyOfRange(point, 1, 1 + bins.count()));
  }

  private double[] point() {
    double[] point = new double[bins.count() + 2];
    point[0] = launch.getValue().doubleValue();
    for (int bin = 0; bin < bins.count(); bin++) {
      point[1 + bin] = reactive[bin].getValue().doubleValue();
    }
    point[bins.count() + 1] = tailLevel.getValue().doubleValue();
    return point;
  }

  private double bound(double[] point) {
    double sum = objective.cvarWeight() * point[bins.count() + 1];
    for (Variable part : value) {
      sum += part.getValue().doubleValue();
    }
    return sum;
  }

  /** Adds the cuts at a point; returns the true objective there, at the best tail level. */
  private double cut(double[] point) {
    var cuts = new Cuts(demand.draws(), bins.count());
    double[] profits = new double[demand.draws()];
    for (int draw = 0; draw < demand.draws(); draw++) {
      int bin = bins.of(demand.signal()[draw]);
      path.run(demand, draw, point[0], point[1 + bin]);
      profits[draw] = path.profit[0];
      cuts.add(bin, point[bins.count() + 1]);
    }
    cuts.post(point);
    double weight = objective.cvarWeight();
    return (1 - weight) * Tail.mean(profits) + weight * Tail.cvar(profits, objective.cvarAlpha());
  }

  private IllegalArgumentException infeasible() {
    double[] most = start();
    most[0] = economics.launchLimit();
    Arrays.fill(most, 1, 1 + bins.count(), economics.reactiveCapacity());
    return new IllegalArgumentException(
        ("No plan meets the scenario: objective.min_fill_rate %s against supply: building all"
                + " that capacity and cash allow (%.0f + %.0f units) fills %.4f."
                + "%nMaybe lower min_fill_rate to at most that, or raise supply.ramp_per_week.")
            .formatted(
                objective.minFillRate(),
                economics.launchLimit(),
                economics.reactiveCapacity(),
                meanFill(most)));
  }

  /** Linear upper bounds of the value per range, gathered over the draws at one point. */
  private final class Cuts {
    private final double share;
    private final double[] at;
    private final double[] perLaunch;
    private final double[] perReactive;
    private final double[] perTail;
    private final double[] fillPerReactive;
    private double fillAt;
    private double fillPerLaunch;

    Cuts(int draws, int bins) {
      share = 1.0 / draws;
      at = new double[bins];
      perLaunch = new double[bins];
      perReactive = new double[bins];
      perTail = new double[bins];
      fillPerReactive = new double[bins];
    }

    void add(int bin, double tail) {
      double weight = objective.cvarWeight();
      double excess = share * weight / (1 - objective.cvarAlpha());
      double inTail = path.profit[0] < tail ? excess : 0;
      double slope = share * (1 - weight) + inTail;
      at[bin] += share * (1 - weight) * path.profit[0] - inTail * (tail - path.profit[0]);
      perLaunch[bin] += slope * path.profit[1];
      perReactive[bin] += slope * path.profit[2];
      perTail[bin] -= inTail;
      fillAt += share * path.fillRate[0];
      fillPerLaunch += share * path.fillRate[1];
      fillPerReactive[bin] += share * path.fillRate[2];
    }

    void post(double[] point) {
      int count = at.length;
      for (int bin = 0; bin < count; bin++) {
        double constant =
            at[bin]
                - perLaunch[bin] * point[0]
                - perReactive[bin] * point[1 + bin]
                - perTail[bin] * point[count + 1];
        master
            .addExpression("cut" + iterations + "-" + bin)
            .set(value[bin], 1)
            .set(launch, -perLaunch[bin])
            .set(reactive[bin], -perReactive[bin])
            .set(tailLevel, -perTail[bin])
            .upper(constant);
      }
      if (objective.minFillRate().isPresent()) {
        postFill(point);
      }
    }

    private void postFill(double[] point) {
      double constant = fillAt - fillPerLaunch * point[0];
      var row = master.addExpression("fill" + iterations).set(fill, 1).set(launch, -fillPerLaunch);
      for (int bin = 0; bin < at.length; bin++) {
        row.set(reactive[bin], -fillPerReactive[bin]);
        constant -= fillPerReactive[bin] * point[1 + bin];
      }
      row.upper(constant);
    }
  }
}
