package groundswell.planning.plan;

import groundswell.planning.scenario.Objective;
import groundswell.planning.simulate.DemandPaths;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.util.Arrays;

/**
 * The two-stage sample-average program with a CVaR term (Rockafellar and Uryasev 2000), solved by
 * the L-shaped method with one cut per range of the signal (Birge and Louveaux 1988,
 * doi:10.1016/0377-2217(88)90159-2): a small {@link Master} by ojAlgo, and {@link Cuts} from the
 * exact value and slope of every draw. Minimum orders (a build is 0 or at least so many) are
 * branched on. The master never grows with the draws.
 */
final class TwoStageProgram {
  private static final int MOST_CUTS = 250;
  private static final double TOLERANCE = 1e-6;

  private final Economics economics;
  private final DemandPaths demand;
  private final Objective objective;
  private final SignalBins bins;
  private final Cuts cuts;
  private final Master master;
  private final double[] capacity; // [build]
  private double[] best;
  private double bestValue = Double.NEGATIVE_INFINITY;

  TwoStageProgram(Economics economics, DemandPaths demand, Objective objective, SignalBins bins) {
    this.economics = economics;
    this.demand = demand;
    this.objective = objective;
    this.bins = bins;
    this.cuts = new Cuts(new StockPath(economics), demand, objective, bins);
    this.capacity = new double[bins.count() + 1];
    Arrays.fill(capacity, economics.reactiveCapacity());
    capacity[0] = Math.max(0, economics.launchLimit());
    double scale = Math.max(1, Math.max(economics.launchCapacity(), economics.reactiveCapacity()));
    this.master = new Master(capacity, scale, profitBound(), objective.cvarWeight());
  }

  /** The optimal builds. */
  Builds solve() {
    branch(new double[capacity.length], capacity.clone());
    if (best == null) {
      throw infeasible();
    }
    return new Builds(best[0], bins, Arrays.copyOfRange(best, 1, capacity.length));
  }

  /** Best point between two bounds; splits on a build between 0 and the minimum order. */
  private void branch(double[] least, double[] most) {
    double[] point = relaxed(least, most);
    if (point == null) {
      return;
    }
    int broken = belowMinimum(point);
    if (broken < 0) {
      keep(point, value(point));
      return;
    }
    double[] none = most.clone();
    none[broken] = 0;
    branch(least.clone(), none);
    if (economics.moq() <= most[broken]) {
      double[] order = least.clone();
      order[broken] = economics.moq();
      branch(order, most.clone());
    }
  }

  private int belowMinimum(double[] point) {
    for (int build = 0; build < capacity.length; build++) {
      if (point[build] > 0.5 && point[build] < economics.moq() - 0.5) {
        return build;
      }
    }
    return -1;
  }

  /** Kelley's cuts until the bound meets the value; null when nothing better can come. */
  private double[] relaxed(double[] least, double[] most) {
    for (int build = 0; build < capacity.length; build++) {
      master.bound(build, least[build], most[build]);
    }
    double[] point = start(least, most);
    double[] here = null;
    double reached = Double.NEGATIVE_INFINITY;
    for (int cut = 0; cut < MOST_CUTS; cut++) {
      double value = cuts.add(point, master);
      if (value > reached && fills(point)) {
        reached = value;
        here = point;
      }
      if (!master.maximise()) {
        return here;
      }
      double bound = master.bound(objective.cvarWeight());
      double slack = TOLERANCE * Math.max(1, Math.abs(bound));
      if (bound <= bestValue + slack) {
        return null;
      }
      if (bound <= reached + slack) {
        return here;
      }
      point = master.point();
    }
    return here;
  }

  private double[] start(double[] least, double[] most) {
    double[] point = new double[capacity.length + 1];
    for (int build = 0; build < capacity.length; build++) {
      point[build] = (least[build] + most[build]) / 2;
    }
    return point;
  }

  private void keep(double[] point, double value) {
    if (value > bestValue) {
      bestValue = value;
      best = point.clone();
    }
  }

  private double value(double[] point) {
    Decision decision = new Builds(point[0], bins, reactive(point)).on(demand);
    return Evaluation.of(economics, demand, decision).objective(objective);
  }

  private double[] reactive(double[] point) {
    return Arrays.copyOfRange(point, 1, capacity.length);
  }

  private boolean fills(double[] point) {
    return objective.minFillRate().isEmpty()
        || meanFill(point) >= objective.minFillRate().getAsDouble() - 1e-6;
  }

  private double meanFill(double[] point) {
    Decision decision = new Builds(point[0], bins, reactive(point)).on(demand);
    return Tail.mean(Evaluation.of(economics, demand, decision).fillRate());
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

  private Refusal infeasible() {
    double[] all = Arrays.copyOf(capacity, capacity.length + 1);
    return new Refusal(
        ExitCode.CONFIGURATION,
        ("No plan meets the scenario: objective.min_fill_rate %s and supply.moq %.0f clash with"
                + " supply: building all that capacity and cash allow (%.0f + %.0f units) fills"
                + " %.4f.%n  maybe lower min_fill_rate to that, or raise supply.ramp_per_week")
            .formatted(
                objective.minFillRate().isPresent() ? objective.minFillRate().getAsDouble() : "-",
                economics.moq(),
                economics.launchLimit(),
                economics.reactiveCapacity(),
                meanFill(all)));
  }
}
