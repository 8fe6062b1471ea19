package groundswell.kernels.flashsale;

import groundswell.kernels.random.CountDraws;
import groundswell.kernels.random.Draws;
import groundswell.kernels.random.NaturalLog;

/**
 * The arrival times of M exchangeable members in ascending order, made one by one: no member that
 * nobody asks for is ever drawn. By Rényi's representation (1953), the logarithm of the survival
 * function at the next arrival falls by an exponential number over the members still to come: log S
 * += ln U / (M - k), t = F⁻¹(1 - e^(log S)). O(1) per arrival, exact; one uniform number each.
 */
final class OrderStatisticStream {
  private ArrivalLaw law = new ArrivalLaw.AtOpening();
  private long key;
  private long drawn;
  private double remaining; // whole; a double, for it is divided by at each arrival
  private double logSurvival;
  private double seconds;

  /** Begins the stream of {@code members} arrivals; the first one is ready. */
  void begin(ArrivalLaw arrivalLaw, long streamKey, long members) {
    law = arrivalLaw;
    key = streamKey;
    drawn = 0;
    remaining = members;
    logSurvival = 0;
    advance();
  }

  /** Next arrival [s after T0]; infinity when all have come. */
  double seconds() {
    return seconds;
  }

  /** Takes the next arrival and makes the one after it ready. */
  void next() {
    remaining--;
    advance();
  }

  private void advance() {
    if (remaining == 0) {
      seconds = Double.POSITIVE_INFINITY;
      return;
    }
    logSurvival += NaturalLog.of(Draws.uniform(key, drawn++)) / remaining;
    seconds = law.seconds(logSurvival);
  }

  /**
   * Lets all who come until {@code until} pass unseen, the ready one included: given the members
   * still to come, their number is binomial. O(sqrt(members)) instead of O(members).
   */
  void skipTo(double until) {
    if (seconds > until) {
      return;
    }
    remaining--;
    double there = law.logSurvival(until);
    double share = -StrictMath.expm1(Math.min(0, there - logSurvival));
    remaining -= CountDraws.binomial(Draws.uniform(key, drawn++), (long) remaining, share);
    logSurvival = Math.min(logSurvival, there);
    advance();
  }
}
