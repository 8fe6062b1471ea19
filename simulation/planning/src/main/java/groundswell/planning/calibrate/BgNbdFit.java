package groundswell.planning.calibrate;

import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The parameters under which a cohort's histories are most likely.
 *
 * <p>The simplex of Nelder and Mead finds the neighbourhood, guarded Newton steps the maximum. Both
 * work on the logarithms of the parameters and on the mean over buyers, add up histories in their
 * order, and draw no random number: equal histories give equal bytes.
 *
 * @param logLikelihood of all buyers
 * @param largestSlope largest derivative of the mean log-likelihood by the logarithm of a parameter
 * @param isConverged whether the slope is nearly 0 at a point inside the range of the search, from
 *     which the likelihood falls on all sides
 */
public record BgNbdFit(
    BgNbd model, double logLikelihood, double largestSlope, boolean isConverged) {
  /** Fewest buyers with a repeat for whom a fit is tried. */
  public static final int SMALLEST_SAMPLE = 30;

  private static final double FLAT = 1e-7;
  private static final double LEAST_CURVATURE = 1e-4;
  private static final double FARTHEST = 12;
  private static final double START_SIDE = 0.5;
  private static final int EVALUATIONS = 4_000;
  private static final int NEWTON_STEPS = 40;
  private static final double DIFFERENCE = 1e-5;

  /** Empty when too few buyers came back, or where the likelihood has no value. */
  public static Optional<BgNbdFit> of(List<PurchaseHistory> histories) {
    long repeaters = 0;
    for (PurchaseHistory history : histories) {
      repeaters += history.repeats() > 0 ? history.buyers() : 0;
    }
    if (repeaters < SMALLEST_SAMPLE) {
      return Optional.empty();
    }
    Sample sample = Sample.of(histories);
    try {
      return Optional.of(sample.fit(polished(sample, simplex(sample))));
    } catch (MathRuntimeException hasNoValue) {
      return Optional.empty();
    }
  }

  private static RealVector simplex(Sample sample) {
    double[] found =
        new SimplexOptimizer(1e-6, 1e-7)
            .optimize(
                new MaxEval(EVALUATIONS),
                GoalType.MAXIMIZE,
                new ObjectiveFunction(point -> sample.mean(new ArrayRealVector(point, false))),
                new NelderMeadSimplex(4, START_SIDE),
                new InitialGuess(new double[] {0, Math.log(sample.meanAge()), 0, 1}))
            .getPoint();
    return new ArrayRealVector(found, false);
  }

  /** Newton steps, each damped until the likelihood rises. */
  private static RealVector polished(Sample sample, RealVector start) {
    RealVector here = start;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      RealVector slope = sample.slope(here);
      RealVector next = slope.getLInfNorm() < FLAT / 100 ? here : better(sample, here, slope);
      if (next.equals(here)) {
        return here;
      }
      here = next;
    }
    return here;
  }

  private static RealVector better(Sample sample, RealVector here, RealVector slope) {
    RealMatrix curvature = sample.curvature(here);
    double value = sample.mean(here);
    for (double damping = 0; damping < 1e8; damping = Math.max(1e-8, damping * 10)) {
      RealMatrix damped = curvature.copy();
      for (int k = 0; k < 4; k++) {
        damped.addToEntry(k, k, -damping);
      }
      var solver = new LUDecomposition(damped).getSolver();
      if (solver.isNonSingular()) {
        RealVector next = here.subtract(solver.solve(slope));
        if (next.getLInfNorm() <= FARTHEST + 1 && sample.mean(next) > value) {
          return next;
        }
      }
    }
    return here;
  }

  /** Histories in their order. */
  private record Sample(List<PurchaseHistory> histories, double buyers) {
    static Sample of(List<PurchaseHistory> histories) {
      List<PurchaseHistory> inOrder = histories.stream().sorted().toList();
      return new Sample(
          inOrder, (double) inOrder.stream().mapToLong(PurchaseHistory::buyers).sum());
    }

    double meanAge() {
      double weeks = 0;
      for (PurchaseHistory history : histories) {
        weeks += history.buyers() * history.ageWeeks();
      }
      return Math.max(1, weeks / buyers);
    }

    static BgNbd model(RealVector logs) {
      double[] point = logs.map(Math::exp).toArray();
      return new BgNbd(point[0], point[1], point[2], point[3]);
    }

    double total(RealVector logs) {
      BgNbd model = model(logs);
      double total = 0;
      int repeats = -1;
      double ofRepeats = 0;
      for (PurchaseHistory history : histories) { // in the order of their repeats
        if (history.repeats() != repeats) {
          repeats = history.repeats();
          ofRepeats = model.ofRepeats(repeats);
        }
        total += history.buyers() * (ofRepeats + model.ofTimes(history));
      }
      return total;
    }

    /** Beyond the range of the search nothing is likely. */
    double mean(RealVector logs) {
      return logs.getLInfNorm() > FARTHEST + 1 ? -1e9 : total(logs) / buyers;
    }

    RealVector slope(RealVector logs) {
      BgNbd model = model(logs);
      double[] slope = new double[4];
      for (PurchaseHistory history : histories) {
        double[] one = model.slope(history);
        for (int k = 0; k < 4; k++) {
          slope[k] += history.buyers() * one[k];
        }
      }
      return new ArrayRealVector(slope, false).mapDivide(buyers);
    }

    RealMatrix curvature(RealVector logs) {
      RealMatrix curvature = new Array2DRowRealMatrix(4, 4);
      for (int k = 0; k < 4; k++) {
        RealVector above = logs.copy();
        above.addToEntry(k, DIFFERENCE);
        RealVector below = logs.copy();
        below.addToEntry(k, -DIFFERENCE);
        RealVector change = slope(above).subtract(slope(below)).mapDivide(2 * DIFFERENCE);
        curvature.setColumnVector(k, change);
      }
      return curvature;
    }

    BgNbdFit fit(RealVector logs) {
      double slope = slope(logs).getLInfNorm();
      boolean isTop = slope <= FLAT && logs.getLInfNorm() < FARTHEST && curvesDown(logs);
      return new BgNbdFit(model(logs), total(logs), slope, isTop);
    }

    /** False on a ridge that levels out towards an edge, where every slope is nearly 0. */
    boolean curvesDown(RealVector logs) {
      RealMatrix curvature = curvature(logs);
      RealMatrix both = curvature.add(curvature.transpose()).scalarMultiply(0.5);
      double flattest = Double.NEGATIVE_INFINITY;
      for (double curve : new EigenDecompositionSymmetric(both).getEigenvalues()) {
        flattest = Math.max(flattest, curve);
      }
      return flattest < -LEAST_CURVATURE;
    }
  }
}
