package groundswell.planning.simulate;

import groundswell.kernels.statistics.Quantiles;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Mean and five quantiles of a number over the draws. */
public record Fan(double mean, double p5, double p25, double p50, double p75, double p95) {
  /** Over all items of a list, in sorted order so that the sum does not depend on the order. */
  public static <T> Fan of(List<T> items, ToDoubleFunction<T> number) {
    double[] sorted = items.stream().mapToDouble(number).sorted().toArray();
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return new Fan(
        sum / sorted.length,
        Quantiles.ofSorted(sorted, 0.05),
        Quantiles.ofSorted(sorted, 0.25),
        Quantiles.ofSorted(sorted, 0.5),
        Quantiles.ofSorted(sorted, 0.75),
        Quantiles.ofSorted(sorted, 0.95));
  }
}
