package groundswell.planning.plan;

import java.util.Arrays;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The small linear program of the L-shaped method: builds, tail level, and one bounded value per
 * range of the signal. Units and money are scaled to the order of 1, so that the simplex method
 * meets no numbers of very different size.
 *
 * <p>A point is [launch, reactive per range, tail level] in units and currency.
 */
final class Master {
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final int bins;
  private final double unitScale;
  private final double moneyScale;
  private final Variable[] builds; // launch, then reactive per range
  private final Variable tailLevel;
  private final Variable[] value; // [bin] share of the objective
  private int cuts;

  Master(double[] capacity, double unitScale, double moneyBound, double cvarWeight) {
    this.bins = capacity.length - 1;
    this.unitScale = unitScale;
    this.moneyScale = moneyBound;
    builds = new Variable[capacity.length];
    Arrays.setAll(
        builds, i -> model.addVariable("build" + i).lower(0).upper(capacity[i] / unitScale));
    tailLevel = model.addVariable("tail").lower(-1).upper(1).weight(cvarWeight);
    value = new Variable[bins];
    Arrays.setAll(value, bin -> model.addVariable("value" + bin).lower(-100).upper(100).weight(1));
  }

  /** Keeps a build between two numbers of units. */
  void bound(int build, double least, double most) {
    builds[build].lower(least / unitScale).upper(most / unitScale);
  }

  /** value of a range <= constant + launch, reactive and tail slopes times the point. */
  void cut(int bin, double constant, double perLaunch, double perReactive, double perTail) {
    model
        .addExpression("cut" + cuts++)
        .set(value[bin], 1)
        .set(builds[0], -perLaunch * unitScale / moneyScale)
        .set(builds[1 + bin], -perReactive * unitScale / moneyScale)
        .set(tailLevel, -perTail)
        .upper(constant / moneyScale);
  }

  /** constant + slopes times the builds >= least. */
  void floor(double least, double constant, double... slopes) {
    var row = model.addExpression("floor" + cuts++).lower(least - constant);
    for (int build = 0; build < builds.length; build++) {
      row.set(builds[build], slopes[build] * unitScale);
    }
  }

  /** Solves; false when the bounds and floors clash. */
  boolean maximise() {
    Optimisation.Result result = model.maximise();
    return result.getState().isFeasible();
  }

  double[] point() {
    double[] point = new double[bins + 2];
    for (int build = 0; build < builds.length; build++) {
      point[build] = builds[build].getValue().doubleValue() * unitScale;
    }
    point[bins + 1] = tailLevel.getValue().doubleValue() * moneyScale;
    return point;
  }

  /** Objective of the master: an upper bound of the true one. */
  double bound(double cvarWeight) {
    double sum = cvarWeight * tailLevel.getValue().doubleValue();
    for (Variable part : value) {
      sum += part.getValue().doubleValue();
    }
    return sum * moneyScale;
  }
}
