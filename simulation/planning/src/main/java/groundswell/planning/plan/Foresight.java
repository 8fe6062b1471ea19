package groundswell.planning.plan;

import groundswell.planning.simulate.DemandPaths;

/**
 * The best builds for one known draw: golden section over the launch build (its profit, at the best
 * reactive build, is concave), bisection on the slope over the reactive build. Minimum orders are
 * left aside, so that the answer bounds every plan from above.
 */
final class Foresight {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int CUTS = 36;
  private static final int HALVINGS = 26;

  private final Economics economics;
  private final StockPath path;
  private final DemandPaths demand;
  private final int draw;

  private Foresight(Economics economics, DemandPaths demand, int draw) {
    this.economics = economics;
    this.path = new StockPath(economics);
    this.demand = demand;
    this.draw = draw;
  }

  /** Launch and reactive build [units]. */
  static double[] of(Economics economics, DemandPaths demand, int draw) {
    return new Foresight(economics, demand, draw).best();
  }

  private double[] best() {
    double low = 0;
    double high = economics.launchLimit();
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double leftValue = value(left);
    double rightValue = value(right);
    for (int cut = 0; cut < CUTS; cut++) {
      if (leftValue > rightValue) {
        high = right;
        right = left;
        rightValue = leftValue;
        left = high - GOLDEN * (high - low);
        leftValue = value(left);
      } else {
        low = left;
        left = right;
        leftValue = rightValue;
        right = low + GOLDEN * (high - low);
        rightValue = value(right);
      }
    }
    double launch = (low + high) / 2;
    return new double[] {launch, reactive(launch)};
  }

  private double value(double launch) {
    return path.run(demand, draw, launch, reactive(launch)).profit[0];
  }

  private double reactive(double launch) {
    double low = 0;
    double high = economics.reactiveCapacity();
    for (int halving = 0; halving < HALVINGS && high > 0; halving++) {
      double middle = (low + high) / 2;
      if (path.run(demand, draw, launch, middle).profit[2] > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
