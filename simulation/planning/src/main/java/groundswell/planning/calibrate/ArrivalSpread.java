package groundswell.planning.calibrate;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Standard errors of an {@link ArrivalMixture} from the observed information: the curvature of the
 * log-likelihood by central differences, in (share, log median, log sigma, log late mean).
 */
final class ArrivalSpread {
  private static final double STEP = 1e-4;
  private static final double UNKNOWN = 1; // a factor of e: the data do not say

  private final long[] attempts;
  private final double[] point;

  ArrivalSpread(long[] attempts, ArrivalMixture fit) {
    this.attempts = attempts;
    this.point =
        new double[] {
          fit.poisedShare(), fit.logMedian(), Math.log(fit.sigma()), Math.log(fit.lateMeanS())
        };
  }

  /** One standard error each; {@code UNKNOWN} where the likelihood is flat. */
  double[] spread() {
    double[] spread = {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN};
    try {
      RealMatrix covariance = new LUDecomposition(information()).getSolver().getInverse();
      for (int k = 0; k < 4; k++) {
        double variance = covariance.getEntry(k, k);
        spread[k] = variance > 0 ? Math.min(UNKNOWN, Math.sqrt(variance)) : UNKNOWN;
      }
    } catch (MathRuntimeException flat) {
      return spread;
    }
    return spread;
  }

  private RealMatrix information() {
    double[][] information = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        information[i][j] =
            -(at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1))
                / (4 * STEP * STEP);
      }
    }
    return new Array2DRowRealMatrix(information, false);
  }

  private double at(int i, int signI, int j, int signJ) {
    double[] moved = point.clone();
    moved[i] += signI * STEP;
    moved[j] += signJ * STEP;
    return new ArrivalMixture(moved[0], moved[1], Math.exp(moved[2]), Math.exp(moved[3]))
        .logLikelihood(attempts);
  }
}
