package groundswell.kernels.random;

/**
 * Binomial and Poisson numbers by inversion of one uniform number: the smallest k with F(k) &ge; u.
 * So more trials, or a larger probability, never give a smaller count for the same u (common random
 * numbers stay ordered). The sum starts nine standard deviations below the mean; cost O(sd). {@code
 * statistics.LargeCounts} gives the same numbers in O(1).
 *
 * <p>Probabilities start from Stirling's formula in the form of Loader (2000), "Fast and accurate
 * computation of binomial probabilities", its deviance as a series where the logarithm would
 * cancel, and go on by their recurrence. The omitted mass is below 1e-17.
 */
public final class CountDraws {
  private static final double DEVIATIONS = 9;

  private CountDraws() {}

  /** Successes in {@code trials} [0, 2^53] with {@code probability} in [0, 1]. */
  public static long binomial(double uniform, long trials, double probability) {
    if (trials == 0 || probability <= 0) {
      return 0;
    }
    if (probability >= 1) {
      return trials;
    }
    if (uniform <= 1 - trials * probability) { // never more than (1 - probability)^trials
      return 0;
    }
    double odds = probability / (1 - probability);
    long start = start(trials * probability, 1 - probability);
    double mass = binomialMass(start, trials, probability);
    double sum = mass;
    // Whole numbers in doubles: a conversion from long waits for the old value of its register.
    double left = trials - start;
    double count = start;
    double mean = trials * probability;
    while (sum < uniform && left > 0) {
      mass *= odds * left / (count + 1);
      count++;
      left--;
      sum += mass;
      if (mass < 1e-300 && count > mean) {
        break;
      }
    }
    return (long) count;
  }

  /** Count of a Poisson law with {@code mean} &ge; 0. */
  public static long poisson(double uniform, double mean) {
    if (mean <= 0) {
      return 0;
    }
    long start = start(mean, 1);
    double mass = poissonMass(start, mean);
    double count = start;
    double sum = mass;
    while (sum < uniform && !(mass < 1e-300 && count > mean)) {
      count++;
      mass *= mean / count;
      sum += mass;
    }
    return (long) count;
  }

  private static long start(double mean, double varianceRatio) {
    return (long) Math.max(0, mean - DEVIATIONS * Math.sqrt(mean * varianceRatio) - 20);
  }

  static double binomialMass(long count, long trials, double probability) {
    if (count == 0) {
      return StrictMath.exp(trials * StrictMath.log1p(-probability));
    }
    if (count == trials) {
      return StrictMath.exp(trials * StrictMath.log(probability));
    }
    double failures = (double) trials - count;
    double exponent =
        stirlingError(trials)
            - stirlingError(count)
            - stirlingError(trials - count)
            - deviance((double) count, trials * probability)
            - deviance(failures, trials * (1 - probability));
    return StrictMath.exp(exponent) * Math.sqrt(trials / (2 * Math.PI * (double) count * failures));
  }

  static double poissonMass(long count, double mean) {
    if (count == 0) {
      return StrictMath.exp(-mean);
    }
    double exponent = -stirlingError(count) - deviance((double) count, mean);
    return StrictMath.exp(exponent) / Math.sqrt(2 * Math.PI * count);
  }

  /** x ln(x / m) + m - x, zero at x = m. */
  private static double deviance(double x, double mean) {
    double far = x - mean;
    double share = far / (x + mean);
    return Math.abs(share) < 0.1
        ? far * share + 2 * x * share * cubes(share * share)
        : x * StrictMath.log(x / mean) - far;
  }

  /** z/3 + z²/5 + z³/7 + ...; z is below 0.01. */
  private static double cubes(double z) {
    double high = 1.0 / 11 + z * (1.0 / 13 + z * (1.0 / 15 + z * (1.0 / 17)));
    return z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * high))));
  }

  /** ln n! minus Stirling's main term. */
  private static double stirlingError(long n) {
    if (n < 16) {
      double logFactorial = 0;
      for (int k = 2; k <= n; k++) {
        logFactorial += StrictMath.log(k);
      }
      return logFactorial
          - (n + 0.5) * StrictMath.log((double) n)
          + n
          - 0.5 * StrictMath.log(2 * Math.PI);
    }
    double x = n;
    double square = x * x;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / x;
  }
}
