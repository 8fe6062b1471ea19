package groundswell.kernels.inventory;

import groundswell.kernels.Require;
import java.util.Arrays;

/**
 * The best single order over a sample of demands, for (1 - weight) x mean + weight x {@link
 * TailMean}. The objective is concave and piecewise linear between demands, so a search over the
 * demands themselves is exact; O(n log^2 n).
 *
 * @param newsvendor what one unit too few or too many costs
 * @param alpha level of the tail mean [0..1]
 * @param weight of the tail mean [0..1]; 0 is risk-neutral
 */
public record SampleAverage(Newsvendor newsvendor, double alpha, double weight) {
  public SampleAverage {
    Require.inRange("alpha", alpha, 0, 1);
    Require.inRange("weight", weight, 0, 1);
  }

  /** The demand of the sample which, ordered, has the best objective; the smallest of equals. */
  public double quantity(double[] demands) {
    double[] sorted = demands.clone();
    Arrays.sort(sorted);
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int above = firstAbove(sorted, middle, high);
      if (objective(sorted[above], sorted) > objective(sorted[middle], sorted)) {
        low = above;
      } else {
        high = middle;
      }
    }
    return sorted[low];
  }

  private static int firstAbove(double[] sorted, int from, int high) {
    int above = from + 1;
    while (above < high && sorted[above] == sorted[from]) {
      above++;
    }
    return above;
  }

  /** Objective of one order over the sample [money]. */
  public double objective(double quantity, double[] demands) {
    double[] profits = new double[demands.length];
    double sum = 0;
    for (int i = 0; i < demands.length; i++) {
      profits[i] = newsvendor.profit(quantity, demands[i]);
      sum += profits[i];
    }
    double tail = weight == 0 ? 0 : weight * TailMean.ofProfits(profits, alpha);
    return (1 - weight) * sum / demands.length + tail;
  }
}
