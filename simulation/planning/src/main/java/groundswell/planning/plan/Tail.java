package groundswell.planning.plan;

import java.util.Arrays;

/** Mean and conditional value at risk of a sample of profits, summed in sorted order. */
final class Tail {
  private Tail() {}

  static double mean(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted).sum() / sorted.length;
  }

  /**
   * Mean of the worst 1 - alpha of the sample; the boundary draw counts by its fraction.
   * Rockafellar and Uryasev (2000), doi:10.21314/JOR.2000.038, for profits instead of losses.
   */
  static double cvar(double[] sample, double alpha) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double tail = (1 - alpha) * sorted.length;
    int whole = (int) Math.floor(tail);
    double sum = Arrays.stream(sorted, 0, whole).sum();
    double part = tail - whole;
    sum += part > 0 && whole < sorted.length ? part * sorted[whole] : 0;
    return tail == 0 ? sorted[0] : sum / tail;
  }

  /** Weight of each draw in {@link #cvar}; the weights add up to 1. */
  static double[] weights(double[] sample, double alpha) {
    Integer[] order = new Integer[sample.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, java.util.Comparator.comparingDouble(i -> sample[i]));
    double[] weights = new double[sample.length];
    double left = (1 - alpha) * sample.length;
    double tail = left;
    for (int i = 0; i < order.length && left > 0; i++) {
      weights[order[i]] = Math.min(1, left) / tail;
      left -= 1;
    }
    return weights;
  }
}
