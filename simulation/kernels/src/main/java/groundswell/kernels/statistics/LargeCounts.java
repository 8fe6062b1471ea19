package groundswell.kernels.statistics;

import groundswell.kernels.random.CountDraws;

/**
 * The numbers of {@link CountDraws} in O(1), for loops over many counts and for large ones. From a
 * variance of {@value #LEAST_VARIANCE} the expansion of third order of Cornish and Fisher (1938),
 * doi:10.2307/1400905, with Sheppard's correction of the variance (a count is a lattice), says
 * which number it is. Below, and where the expansion is too near to the border between two numbers
 * to decide (a share of 0.12 / variance), the masses are summed. Inversion in this way: Giles
 * (2016), algorithm 955, doi:10.1145/2699466, and Giles and Beentjes (2024),
 * doi:10.1007/978-3-031-64529-7_22. Rejection, e.g. Hörmann (1993), doi:10.1080/00949659308811496,
 * never sums, but takes two uniform numbers or more for one count, and so loses the order of common
 * random numbers.
 *
 * <p>The expansion's error in units is taken to be below {@value #WORST} (1 + z²)² over the
 * variance. Against sums of the masses, for probabilities from 1e-6 to 0.99, variances from 16 to
 * 20,000 and |z| up to 8.3, the factor was 0.0085 or less. So the numbers differ from those of
 * exact sums only where rounding decides, a distribution function's 1e-13 from a border.
 */
public final class LargeCounts {
  private static final double LEAST_VARIANCE = 16;
  private static final double WORST = 0.01;
  private static final double ROUNDING = 1e-15; // of the mean

  private LargeCounts() {}

  /** Successes in {@code trials} [0, 2^53] with {@code probability} in [0, 1]. */
  public static long binomial(double uniform, long trials, double probability) {
    double mean = trials * probability;
    double single = probability * (1 - probability);
    double variance = trials * single;
    if (variance >= LEAST_VARIANCE) {
      double skew = 1 - 2 * probability;
      double count = expanded(uniform, mean, variance, skew, 1 - 6 * single);
      if (count >= 0 && count <= trials) {
        return (long) count;
      }
    }
    return CountDraws.binomial(uniform, trials, probability);
  }

  /** Count of a Poisson law with {@code mean} &ge; 0. */
  public static long poisson(double uniform, double mean) {
    double count = mean >= LEAST_VARIANCE ? expanded(uniform, mean, mean, 1, 1) : Double.NaN;
    return count >= 0 ? (long) count : CountDraws.poisson(uniform, mean);
  }

  /** The count, or NaN if it is too near to a border; third and fourth cumulant per variance. */
  private static double expanded(
      double uniform, double mean, double variance, double third, double fourth) {
    double z = Normal.quantile(uniform);
    double smooth = variance - 1.0 / 12;
    double deviation = Math.sqrt(smooth);
    double ratio = variance / smooth;
    double skew = third * ratio / deviation;
    double excess = (fourth * variance + 1.0 / 120) / (smooth * smooth);
    double value = mean + deviation * bent(z, skew, excess);
    double count = Math.rint(value);
    double square = 1 + z * z;
    double unsure = WORST * square * square / variance + ROUNDING * mean;
    return Math.abs(value - count) + unsure < 0.5 ? count : Double.NaN;
  }

  private static double bent(double z, double skew, double excess) {
    double square = z * z;
    return z
        + (square - 1) * skew / 6
        + z * (square - 3) * excess / 24
        - z * (2 * square - 5) * skew * skew / 36;
  }
}
