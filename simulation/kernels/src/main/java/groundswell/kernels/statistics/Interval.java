package groundswell.kernels.statistics;

import groundswell.kernels.Require;
import java.util.Arrays;

/**
 * A confidence interval and the estimate in it.
 *
 * @param estimate the point estimate, in the unit of the sample
 * @param low lower end
 * @param high upper end
 * @param level share of repetitions whose interval holds the true value, e.g. 0.9
 */
public record Interval(double estimate, double low, double high, double level) {

  /** Mean of many values, by the normal approximation. */
  public static Interval ofMean(Moments moments, double level) {
    double half = reach(level) * moments.standardError();
    return new Interval(moments.mean(), moments.mean() - half, moments.mean() + half, level);
  }

  /** A share: {@code successes} of {@code trials}, by Wilson (1927), doi:10.2307/2276774. */
  public static Interval ofShare(long successes, long trials, double level) {
    Require.between("trials", trials, 1, Long.MAX_VALUE);
    Require.between("successes", successes, 0, trials);
    double z = reach(level);
    double share = (double) successes / trials;
    double weight = 1 + z * z / trials;
    double centre = (share + z * z / (2 * trials)) / weight;
    double spread = share * (1 - share) / trials + z * z / (4.0 * trials * trials);
    double half = z / weight * Math.sqrt(spread);
    double low = successes == 0 ? 0 : centre - half; // exact where rounding would show
    double high = successes == trials ? 1 : centre + half;
    return new Interval(share, low, high, level);
  }

  /**
   * A quantile, between two order statistics; needs no law of the values. Ranks by the normal
   * approximation of the binomial, n p &plusmn; z sqrt(n p (1 - p)), widened to whole ranks.
   */
  public static Interval ofQuantile(double[] sample, double probability, double level) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double estimate = Quantiles.ofSorted(sorted, probability);
    double n = sorted.length;
    double half = reach(level) * Math.sqrt(n * probability * (1 - probability));
    int lower = (int) Math.max(0, Math.floor(n * probability - half) - 1);
    int upper = (int) Math.min(n - 1, Math.ceil(n * probability + half));
    return new Interval(estimate, sorted[lower], sorted[upper], level);
  }

  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  private static double reach(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but is %s".formatted(level));
    }
    return Normal.quantile(0.5 + level / 2);
  }
}
