package groundswell.kernels.statistics;

import groundswell.kernels.Require;
import java.util.Arrays;

/**
 * Counts in equal bins over [low, high): a streaming quantile whose parts merge by integer
 * addition, so the answer does not depend on who counted what in which order, bit for bit. A
 * quantile is off by at most one bin width; values outside fall into the end bins and are counted.
 */
public final class Histogram {
  private final double low;
  private final double high;
  private final long[] counts;
  private long total;
  private long outside;

  public Histogram(double low, double high, int bins) {
    Require.between("bins", bins, 1, 1 << 28);
    if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "low must be below high, both finite, but they are %s and %s".formatted(low, high));
    }
    this.low = low;
    this.high = high;
    this.counts = new long[bins];
  }

  /** Counts one value; NaN is refused. */
  public void add(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("Cannot count NaN; leave unanswered draws out and say so");
    }
    double place = (value - low) / (high - low) * counts.length;
    int bin = (int) Math.max(0, Math.min(counts.length - 1, Math.floor(place)));
    counts[bin]++;
    total++;
    if (place < 0 || place >= counts.length) {
      outside++;
    }
  }

  /** Adds the counts of another histogram of the same bins. */
  public void merge(Histogram other) {
    if (other.low != low || other.high != high || other.counts.length != counts.length) {
      throw new IllegalArgumentException(
          "Cannot merge histograms of other bins: %d in [%s, %s) and %d in [%s, %s)"
              .formatted(counts.length, low, high, other.counts.length, other.low, other.high));
    }
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] += other.counts[bin];
    }
    total += other.total;
    outside += other.outside;
  }

  /** The value below which a share of {@code probability} lies, spread evenly within its bin. */
  public double quantile(double probability) {
    Require.inRange("probability", probability, 0, 1);
    if (total == 0) {
      throw new IllegalArgumentException("Cannot take a quantile of an empty histogram");
    }
    double wanted = probability * total;
    long below = 0;
    int bin = 0;
    while (bin < counts.length - 1 && (below + counts[bin] < wanted || counts[bin] == 0)) {
      below += counts[bin++];
    }
    double within = counts[bin] == 0 ? 1 : Math.min(1, (wanted - below) / counts[bin]);
    return low + (bin + within) * (high - low) / counts.length;
  }

  public long total() {
    return total;
  }

  /** Values that lay outside [low, high); the end bins hold them. */
  public long outside() {
    return outside;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && low == that.low
        && high == that.high
        && outside == that.outside
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
