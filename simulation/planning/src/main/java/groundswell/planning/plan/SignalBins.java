package groundswell.planning.plan;

import java.util.Arrays;

/**
 * Equally likely ranges of the reservation signal. The reactive build sees the range, nothing else.
 *
 * @param upper upper ends of all ranges but the last, ascending [reservations]
 */
record SignalBins(double... upper) {
  SignalBins {
    upper = upper.clone();
  }

  /** Cuts a sample into at most {@code bins} ranges; equal signals share one. */
  static SignalBins of(double[] signal, int bins) {
    double[] sorted = signal.clone();
    Arrays.sort(sorted);
    double[] cuts = new double[Math.max(0, bins - 1)];
    for (int bin = 1; bin < bins; bin++) {
      cuts[bin - 1] = sorted[(int) ((long) bin * sorted.length / bins)];
    }
    double[] distinct = Arrays.stream(cuts).distinct().filter(cut -> cut > sorted[0]).toArray();
    return new SignalBins(distinct);
  }

  int count() {
    return upper.length + 1;
  }

  int of(double signal) {
    int bin = 0;
    while (bin < upper.length && signal >= upper[bin]) {
      bin++;
    }
    return bin;
  }

  /** Least signal of a range. */
  double from(int bin) {
    return bin == 0 ? 0 : upper[bin - 1];
  }

  /** End of a range; unbounded for the last. */
  double to(int bin) {
    return bin == upper.length ? Double.POSITIVE_INFINITY : upper[bin];
  }
}
