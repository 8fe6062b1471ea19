package groundswell.kernels.statistics;

import groundswell.kernels.random.CountDraws;

/**
 * Binomial numbers for loops over many large counts, in O(1): from a variance of 400 the expansion
 * of third order of Cornish and Fisher (1938), doi:10.2307/1400905, below it {@link CountDraws}.
 * Against exact inversion of the same uniform number the expansion is off in about two of a
 * thousand numbers or fewer, and then by one. Prefer the exact numbers wherever few are drawn.
 */
public final class LargeCounts {
  private static final double LEAST_VARIANCE = 400;

  private LargeCounts() {}

  /** Successes in {@code trials} [0, 2^53] with {@code probability} in [0, 1]. */
  public static long binomial(double uniform, long trials, double probability) {
    double mean = trials * probability;
    double variance = mean * (1 - probability);
    if (!(variance >= LEAST_VARIANCE)) {
      return CountDraws.binomial(uniform, trials, probability);
    }
    double deviation = Math.sqrt(variance);
    double skew = (1 - 2 * probability) / deviation;
    double excess = (1 - 6 * probability * (1 - probability)) / variance;
    double bent = bent(Normal.quantile(uniform), skew, excess);
    double count = Math.ceil(mean + deviation * bent - 0.5);
    return (long) Math.min((double) trials, Math.max(0, count));
  }

  private static double bent(double z, double skew, double excess) {
    double square = z * z;
    return z
        + (square - 1) * skew / 6
        + z * (square - 3) * excess / 24
        - z * (2 * square - 5) * skew * skew / 36;
  }
}
