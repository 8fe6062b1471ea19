package groundswell.kernels.flashsale;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.LogBlock;
import groundswell.kernels.statistics.LargeCounts;
import groundswell.kernels.statistics.NormalBlock;

/**
 * The arrival times of M exchangeable members in ascending order, made one by one: no member that
 * nobody asks for is ever drawn. By Rényi's representation (1953), the logarithm of the survival
 * function at the next arrival falls by an exponential number over the members still to come: log S
 * += ln U / (M - k), t = F⁻¹(1 - e^(log S)). O(1) per arrival, exact; one uniform number each.
 *
 * <p>Made in small blocks: within a block the logarithms, and then the inverses, do not wait for
 * each other.
 */
final class OrderStatisticStream {
  private static final int BLOCK = 64;

  private final double[] logSurvivals = new double[BLOCK];
  private final double[] seconds = new double[BLOCK]; // arrivals made, ascending
  private final LogBlock logarithms = new LogBlock(BLOCK);
  private final NormalBlock normal = new NormalBlock(BLOCK);
  private ArrivalLaw law = new ArrivalLaw.AtOpening();
  private long key;
  private long drawn;
  private double toMake; // members without an arrival time yet; whole
  private double logSurvival; // at the last arrival made
  private int next;
  private int made;

  /** Begins the stream of {@code members} arrivals; the first one is ready. */
  void begin(ArrivalLaw arrivalLaw, long streamKey, long members) {
    law = arrivalLaw;
    key = streamKey;
    drawn = 0;
    toMake = members;
    logSurvival = 0;
    make();
  }

  /** Next arrival [s after T0]; infinity when all have come. */
  double seconds() {
    return seconds[next];
  }

  /** Takes the next arrival and makes the one after it ready. */
  void next() {
    if (++next == made) {
      make();
    }
  }

  private void make() {
    int count = (int) Math.min(BLOCK, toMake);
    for (int i = 0; i < count; i++) {
      logSurvivals[i] = Draws.uniform(key, drawn + i);
    }
    logarithms.of(logSurvivals, logSurvivals, count);
    for (int i = 0; i < count; i++) {
      logSurvival += logSurvivals[i] / toMake;
      logSurvivals[i] = logSurvival;
      toMake--;
    }
    law.fillSeconds(logSurvivals, seconds, count, normal);
    drawn += count;
    next = 0;
    made = count;
    if (count == 0) {
      seconds[0] = Double.POSITIVE_INFINITY;
      made = 1;
    }
  }

  /**
   * Lets all who come until {@code until} pass unseen: given the members without an arrival time,
   * the number of those who come until then is binomial. O(sqrt(members)) instead of O(members).
   */
  void skipTo(double until) {
    while (next < made - 1 && seconds[next] <= until) {
      next++;
    }
    if (seconds[next] > until) {
      return;
    }
    double there = Math.min(logSurvival, law.logSurvival(until));
    double share = -StrictMath.expm1(there - logSurvival);
    toMake -= LargeCounts.binomial(Draws.uniform(key, drawn++), (long) toMake, share);
    logSurvival = there;
    make();
  }
}
