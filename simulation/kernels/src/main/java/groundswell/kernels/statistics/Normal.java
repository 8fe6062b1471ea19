package groundswell.kernels.statistics;

import groundswell.kernels.random.NaturalLog;

/**
 * The standard normal law. Distribution function by its series (Marsaglia 2004,
 * doi:10.18637/jss.v011.i04) near the centre and Laplace's continued fraction in the tails;
 * quantile by Wichura (1988), algorithm AS 241, PPND16, doi:10.2307/2347330 (relative error about
 * 1e-16). All in plain arithmetic and {@code StrictMath}: the same bits on every machine.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as they were published
public final class Normal {
  private static final double ROOT_TWO_PI = 2.506628274631000502;
  private static final double[] CENTRE_ABOVE = {
    2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
    4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
    1.3314166789178437745e+2, 3.3871328727963666080e+0
  };
  private static final double[] CENTRE_BELOW = {
    5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
    2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
    4.2313330701600911252e+1, 1.0
  };
  private static final double[] TAIL_ABOVE = {
    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
    1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
    4.63033784615654529590e+0, 1.42343711074968357734e+0
  };
  private static final double[] TAIL_BELOW = {
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
    2.05319162663775882187e+0, 1.0
  };
  private static final double[] FAR_ABOVE = {
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
    5.46378491116411436990e+0, 6.65790464350110377720e+0
  };
  private static final double[] FAR_BELOW = {
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
    7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
    5.99832206555887937690e-1, 1.0
  };

  private Normal() {}

  /** Density at z. */
  public static double density(double z) {
    return StrictMath.exp(-0.5 * z * z) / ROOT_TWO_PI;
  }

  /** Probability of a value below z. */
  public static double cdf(double z) {
    if (Math.abs(z) > 3.5) {
      double tail = tail(Math.abs(z));
      return z < 0 ? tail : 1 - tail;
    }
    double term = z;
    double sum = z;
    for (int odd = 3; Math.abs(term) > 1e-18; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 + density(z) * sum;
  }

  private static double tail(double z) {
    if (z > 39) {
      return 0;
    }
    double fraction = z;
    for (int level = 80; level > 0; level--) {
      fraction = z + level / fraction;
    }
    return density(z) / fraction;
  }

  /**
   * The value with {@code probability} below it; -infinity at 0, infinity at 1, else finite (a
   * probability below 2^-1022 counts as 2^-1022).
   */
  public static double quantile(double probability) {
    double distance = probability - 0.5;
    if (Math.abs(distance) <= 0.425) {
      double r = 0.180625 - distance * distance;
      return distance * ratio(CENTRE_ABOVE, CENTRE_BELOW, r);
    }
    double smaller = distance < 0 ? probability : 1 - probability;
    if (!(smaller > 0)) {
      return smaller == 0 ? Math.copySign(Double.POSITIVE_INFINITY, distance) : Double.NaN;
    }
    double root = Math.sqrt(-NaturalLog.of(Math.max(smaller, Double.MIN_NORMAL)));
    double z = root <= 5 ? tailRatio(root) : ratio(FAR_ABOVE, FAR_BELOW, root - 5);
    return distance < 0 ? -z : z;
  }

  /** Ratio of the near tail at a root from sqrt(-ln 0.075) to 5. */
  static double tailRatio(double root) {
    return ratio(TAIL_ABOVE, TAIL_BELOW, root - 1.6);
  }

  private static double ratio(double[] above, double[] below, double x) {
    return polynomial(above, x) / polynomial(below, x);
  }

  /** Seven degrees, highest first; in pairs, whose terms do not wait for each other. */
  private static double polynomial(double[] c, double x) {
    double square = x * x;
    double high = (c[0] * x + c[1]) * square + (c[2] * x + c[3]);
    double low = (c[4] * x + c[5]) * square + (c[6] * x + c[7]);
    return high * (square * square) + low;
  }
}
