package groundswell.planning.calibrate;

import java.util.Arrays;

/**
 * Maximum of a {@link HazardLikelihood} over θ ≥ 0, and profile-likelihood intervals.
 *
 * <p>Coordinate ascent with a guarded Newton step per cause: the function is concave and has at
 * most a handful of causes, so it converges to the maximum from any start.
 */
final class HazardFit {
  private static final int SWEEPS = 500;
  private static final double TOLERANCE = 1e-10;
  private static final double SMALLEST = 1e-14;

  private final HazardLikelihood likelihood;
  private final double[] theta;
  private final double maximum;

  private HazardFit(HazardLikelihood likelihood, double[] theta) {
    this.likelihood = likelihood;
    this.theta = theta;
    this.maximum = likelihood.at(theta);
  }

  static HazardFit of(HazardLikelihood likelihood) {
    return new HazardFit(likelihood, maximise(likelihood, start(likelihood), -1));
  }

  /** Estimated hazards [1/day], by cause; 0 where a cause was never seen to act. */
  double[] hazards() {
    double[] hazards = theta.clone();
    for (int k = 0; k < hazards.length; k++) {
      hazards[k] = hazards[k] <= 2 * SMALLEST ? 0 : hazards[k];
    }
    return hazards;
  }

  double maximum() {
    return maximum;
  }

  /**
   * Ends of the interval in which twice the log-likelihood stays within {@code drop} of its maximum
   * while all other causes adapt; {@code drop} is the chi-square quantile with one degree of
   * freedom.
   */
  double[] interval(int cause, double drop) {
    double target = maximum - drop / 2;
    return new double[] {lower(cause, target), upper(cause, target)};
  }

  private double lower(int cause, double target) {
    if (theta[cause] <= 2 * SMALLEST || profile(cause, SMALLEST) >= target) {
      return 0;
    }
    return crossing(cause, SMALLEST, theta[cause], target);
  }

  private double upper(int cause, double target) {
    double outside = Math.max(2 * theta[cause], 1e-9);
    while (profile(cause, outside) > target && outside < 1e3) {
      outside *= 2;
    }
    return crossing(cause, outside, theta[cause], target);
  }

  private double crossing(int cause, double outside, double inside, double target) {
    double out = outside;
    double in = Math.max(inside, SMALLEST);
    for (int step = 0; step < 50 && Math.abs(out - in) > 1e-6 * Math.max(out, in); step++) {
      double middle = (out + in) / 2;
      if (profile(cause, middle) >= target) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private double profile(int cause, double value) {
    double[] point = theta.clone();
    point[cause] = value;
    return likelihood.at(maximise(likelihood, point, cause));
  }

  private static double[] start(HazardLikelihood likelihood) {
    double[] start = new double[likelihood.causes()];
    double days = Math.max(1, likelihood.exposure().withoutAdoption()[0]);
    Arrays.fill(start, Math.max(SMALLEST, likelihood.exposure().adopters() / days));
    return start;
  }

  private static double[] maximise(HazardLikelihood likelihood, double[] start, int fixed) {
    double[] point = start.clone();
    double value = likelihood.at(point);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int k = 0; k < point.length; k++) {
        if (k != fixed) {
          step(likelihood, point, k);
        }
      }
      double next = likelihood.at(point);
      if (next - value <= TOLERANCE) {
        break;
      }
      value = next;
    }
    return point;
  }

  /** One Newton step in log θₖ where it helps, halved until the likelihood does not fall. */
  private static void step(HazardLikelihood likelihood, double[] point, int k) {
    double[] derivatives = likelihood.derivatives(point, k);
    double here = point[k];
    double slope = derivatives[0] * here; // by log θ
    double curvature = derivatives[1] * here * here + slope;
    double move = curvature < 0 ? -slope / curvature : Math.signum(slope);
    move = Math.max(-3, Math.min(3, move));
    double before = likelihood.at(point);
    for (int half = 0; half < 40; half++) {
      point[k] = Math.max(SMALLEST, here * Math.exp(move));
      if (likelihood.at(point) >= before) {
        return;
      }
      move /= 2;
    }
    point[k] = here;
  }
}
