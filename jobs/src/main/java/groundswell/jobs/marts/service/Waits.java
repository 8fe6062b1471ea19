package groundswell.jobs.marts.service;

import java.util.Arrays;

/** Waiting times and their nearest-rank percentiles, as {@code Share.percentile} has them. */
final class Waits {
  private long[] seconds = new long[16];
  private int count;

  void add(long wait) {
    if (count == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * count);
    }
    seconds[count++] = wait;
  }

  long count() {
    return count;
  }

  /** The smallest wait that at least {@code percent} % do not exceed [s]; null without waits. */
  Long percentile(int percent) {
    if (count == 0) {
      return null;
    }
    Arrays.sort(seconds, 0, count);
    return seconds[(int) ((count * (long) percent + 99) / 100) - 1];
  }
}
