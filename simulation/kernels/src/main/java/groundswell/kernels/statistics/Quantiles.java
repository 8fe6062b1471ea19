package groundswell.kernels.statistics;

import groundswell.kernels.Require;
import java.util.Arrays;

/**
 * Exact quantiles of a sample by linear interpolation between order statistics: type 7 of Hyndman
 * and Fan (1996), doi:10.2307/2684934, the default of R and NumPy.
 */
public final class Quantiles {
  private Quantiles() {}

  /** Quantile of values in any order; the array is not changed. */
  public static double of(double[] sample, double probability) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, probability);
  }

  /** Quantile of ascending values. */
  public static double ofSorted(double[] sorted, double probability) {
    Require.inRange("probability", probability, 0, 1);
    if (sorted.length == 0) {
      throw new IllegalArgumentException("Cannot take a quantile of an empty sample");
    }
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    double weight = position - below;
    if (weight == 0 || sorted[below] == sorted[above]) {
      return sorted[below]; // also keeps infinite values from becoming NaN
    }
    return sorted[below] + weight * (sorted[above] - sorted[below]);
  }

  /** Several quantiles of one sample, sorted once. */
  public static double[] of(double[] sample, double... probabilities) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double[] answers = new double[probabilities.length];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = ofSorted(sorted, probabilities[i]);
    }
    return answers;
  }
}
