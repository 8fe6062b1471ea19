package groundswell.kernels.inventory;

import groundswell.kernels.Require;
import java.util.Arrays;

/**
 * Conditional value at risk of a sample of profits: their mean over the worst share 1 - alpha, a
 * fraction of the last draw counted as a fraction (Rockafellar and Uryasev 2000,
 * doi:10.21314/JOR.2000.038).
 */
public final class TailMean {
  private TailMean() {}

  /** Mean of the worst (1 - {@code alpha}) of the profits; alpha 0 is the mean of all. */
  public static double ofProfits(double[] profits, double alpha) {
    Require.inRange("alpha", alpha, 0, 1);
    if (profits.length == 0) {
      throw new IllegalArgumentException("Cannot take the tail of an empty sample");
    }
    double[] sorted = profits.clone();
    Arrays.sort(sorted);
    double size = Math.max((1 - alpha) * sorted.length, 1e-9);
    double sum = 0;
    double left = size;
    for (int i = 0; i < sorted.length && left > 0; i++) {
      double weight = Math.min(1, left);
      sum += weight * sorted[i];
      left -= weight;
    }
    return sum / size;
  }
}
