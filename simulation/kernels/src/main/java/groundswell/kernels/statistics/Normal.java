package groundswell.kernels.statistics;

import groundswell.kernels.random.NaturalLog;

/**
 * The standard normal law. Distribution function by the rational approximations of the error
 * function of Cody (1969), doi:10.1090/S0025-5718-1969-0247736-4; quantile by Wichura (1988),
 * algorithm AS 241, PPND16, doi:10.2307/2347330 (relative errors about 1e-16). All in plain
 * arithmetic and {@code StrictMath}: the same bits on every machine.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as they were published
public final class Normal {
  private static final double ROOT_TWO_PI = 2.506628274631000502;
  private static final double ROOT_HALF = 0.70710678118654752440;
  private static final double ROOT_INVERSE_PI = 5.6418958354775628695e-1;
  private static final double[] ERF_ABOVE = {
    1.85777706184603153e-1,
    3.16112374387056560,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] ERF_BELOW = {
    1.0, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] ERFC_ABOVE = {
    2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594,
    6.61191906371416295e1, 2.98635138197400131e2, 8.81952221241769090e2,
    1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3
  };
  private static final double[] ERFC_BELOW = {
    1.0, 1.57449261107098347e1, 1.17693950891312499e2,
    5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3,
    4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3
  };
  private static final double[] FAR_ERFC_ABOVE = {
    1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
    1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4
  };
  private static final double[] FAR_ERFC_BELOW = {
    1.0, 2.56852019228982242, 1.87295284992346047,
    5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3
  };
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

  /** Probability of a value below z; small ones keep their relative precision. */
  public static double cdf(double z) {
    double y = Math.abs(z) * ROOT_HALF;
    if (y <= 0.46875) {
      double square = y * y;
      return 0.5 + 0.5 * ROOT_HALF * z * ratio(ERF_ABOVE, ERF_BELOW, square);
    }
    double tail = 0.5 * StrictMath.exp(-0.5 * z * z) * scaledTail(y);
    return z < 0 ? tail : 1 - tail;
  }

  /** exp(y²) erfc(y). */
  private static double scaledTail(double y) {
    if (y <= 4) {
      return ratio(ERFC_ABOVE, ERFC_BELOW, y);
    }
    double square = 1 / (y * y);
    return (ROOT_INVERSE_PI - square * ratio(FAR_ERFC_ABOVE, FAR_ERFC_BELOW, square)) / y;
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

  private static double polynomial(double[] c, double x) {
    return c.length == 8 ? ofDegreeSeven(c, x) : ofAnyDegree(c, x);
  }

  /** Highest first, as everywhere; in pairs, whose terms do not wait for each other. */
  private static double ofDegreeSeven(double[] c, double x) {
    double square = x * x;
    double high = (c[0] * x + c[1]) * square + (c[2] * x + c[3]);
    double low = (c[4] * x + c[5]) * square + (c[6] * x + c[7]);
    return high * (square * square) + low;
  }

  private static double ofAnyDegree(double[] c, double x) {
    double sum = c[0];
    for (int i = 1; i < c.length; i++) {
      sum = sum * x + c[i];
    }
    return sum;
  }
}
