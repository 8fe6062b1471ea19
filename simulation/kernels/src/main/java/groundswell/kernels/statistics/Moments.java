package groundswell.kernels.statistics;

/**
 * Running count, mean and variance (Welford 1962, doi:10.1080/00401706.1962.10490022; merging after
 * Chan, Golub and LeVeque 1983, doi:10.1080/00031305.1983.10483115). Two parts merged in the same
 * order give the same bits; for an answer that ignores the order, sort first or use {@link
 * Histogram}.
 */
public final class Moments {
  private long count;
  private double mean;
  private double squares;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /** Takes in one value. */
  public void add(double value) {
    count++;
    double step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }

  /** Takes in all that {@code later} has seen. */
  public void merge(Moments later) {
    if (later.count == 0) {
      return;
    }
    long total = count + later.count;
    double step = later.mean - mean;
    squares += later.squares + step * step * ((double) count * later.count / total);
    mean += step * later.count / total;
    count = total;
    smallest = Math.min(smallest, later.smallest);
    largest = Math.max(largest, later.largest);
  }

  public long count() {
    return count;
  }

  /** NaN when nothing was added. */
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /** Unbiased; NaN below two values. */
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  public double standardDeviation() {
    return Math.sqrt(variance());
  }

  /** Standard error of the mean. */
  public double standardError() {
    return Math.sqrt(variance() / count);
  }

  public double smallest() {
    return smallest;
  }

  public double largest() {
    return largest;
  }
}
