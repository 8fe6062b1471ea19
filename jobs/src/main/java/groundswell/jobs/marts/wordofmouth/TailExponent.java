package groundswell.jobs.marts.wordofmouth;

import java.util.Map;
import java.util.SortedMap;

/**
 * Exponent a of a discrete power law p(x) = x^-a / zeta(a, m) for sizes x = m, m + 1, ... by
 * maximum likelihood: the a at which the expected logarithm of a size equals the mean that was
 * seen. Source: Clauset, Shalizi and Newman (2009), "Power-Law Distributions in Empirical Data",
 * SIAM Review 51(4), equation B.8, doi:10.1137/070710111; the closed approximation 3.7 is off by
 * several per cent for an m as small as ours. Sizes are added up in their order with {@code
 * StrictMath}, so that the bytes repeat.
 *
 * @param cascades sizes in the tail
 * @param estimate a; null below {@link #LEAST_CASCADES}, and when all sizes equal m
 */
record TailExponent(long cascades, Double estimate) {
  /** m: a post that was passed on. */
  static final long TAIL_FROM = 2;

  /** Below this n the estimate is biased upwards by more than it is worth (ibid., section 3.4). */
  static final long LEAST_CASCADES = 50;

  private static final double LOWEST = 1.001;
  private static final double HIGHEST = 64;

  /** Terms that are added one by one; the rest of the series is an integral with corrections. */
  private static final int TERMS = 100;

  static TailExponent of(SortedMap<Long, Long> cascadesBySize) {
    long cascades = 0;
    double logarithms = 0;
    for (Map.Entry<Long, Long> sizes : cascadesBySize.tailMap(TAIL_FROM).entrySet()) {
      cascades += sizes.getValue();
      logarithms += sizes.getValue() * StrictMath.log(sizes.getKey().doubleValue());
    }
    boolean varies = cascades > 0 && cascadesBySize.lastKey() > TAIL_FROM;
    boolean isEnough = cascades >= LEAST_CASCADES && varies;
    return new TailExponent(cascades, isEnough ? solve(logarithms / cascades) : null);
  }

  /** Halves the interval until no double lies between its ends. */
  private static double solve(double meanLogarithm) {
    double low = LOWEST;
    double high = HIGHEST;
    double middle = (low + high) / 2;
    while (low < middle && middle < high) {
      if (expectedLogarithm(middle) > meanLogarithm) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return high;
  }

  /** Sum of ln(x) x^-a over sum of x^-a, from m on; falls as a grows. */
  private static double expectedLogarithm(double exponent) {
    double weights = 0;
    double logarithms = 0;
    for (double size = TAIL_FROM; size < TAIL_FROM + TERMS; size++) {
      double weight = StrictMath.pow(size, -exponent);
      weights += weight;
      logarithms += weight * StrictMath.log(size);
    }
    double from = TAIL_FROM + TERMS;
    return (logarithms + logarithmsFrom(from, exponent)) / (weights + weightsFrom(from, exponent));
  }

  /** Euler-Maclaurin: integral, half the first term, first correction. */
  private static double weightsFrom(double from, double exponent) {
    double first = StrictMath.pow(from, -exponent);
    return first * (from / (exponent - 1) + 0.5 + exponent / (12 * from));
  }

  /** The same of ln(x) x^-a. */
  private static double logarithmsFrom(double from, double exponent) {
    double first = StrictMath.pow(from, -exponent);
    double log = StrictMath.log(from);
    double beyond = exponent - 1;
    double integral = from * (log / beyond + 1 / (beyond * beyond));
    return first * (integral + log / 2 + (exponent * log - 1) / (12 * from));
  }
}
