package groundswell.kernels.flashsale;

import groundswell.kernels.random.CountDraws;
import groundswell.kernels.random.Draws;
import groundswell.kernels.random.KeyedRandom;

/**
 * A sale whose gate turns orders away, in short bins: arrivals, tries and tries again of a bin are
 * binomial counts, of which at most the gate's tokens pass. Exact in the limit of short bins; with
 * bins of 0.1 s (or a twentieth of the retry time, if shorter) the sell-out time is off by less
 * than one bin and one retry. O(bins), not O(tries).
 */
final class RetryCounts {
  static final double BIN_SECONDS = 0.1;
  private static final int MOST_BINS = 20_000_000;

  private final KeyedRandom random = new KeyedRandom(0);
  private final ReturnQueue returns = new ReturnQueue();

  void run(
      SaleParameters sale,
      QueuePolicy.LossWithRetry retry,
      long key,
      long poisedBuyers,
      long lateBuyers,
      SaleOutcome out) {
    random.restart(Draws.key(key, FlashSale.RETRIES));
    returns.begin(sale.payment().holdSeconds());
    var till = new Till(sale, key, out, returns);
    var poisedLaw = ArrivalLaw.ofPoised(sale.arrivals(), sale.gate().policy());
    double bin = Math.min(BIN_SECONDS, retry.retryMeanSeconds() / 20);
    double again = -StrictMath.expm1(-bin / retry.retryMeanSeconds());
    double lateShare = -StrictMath.expm1(-bin / sale.arrivals().lateMeanSeconds());
    double tokens = sale.gate().burst();
    double perBin = sale.gate().ordersPerSecond() * bin;
    double poisedThere = 0;
    long retrying = 0;
    for (int i = 1; i <= MOST_BINS && i * bin <= sale.durationSeconds(); i++) {
      double now = i * bin;
      double poisedNext = poisedLaw.logSurvival(now);
      long poisedCome = count(poisedBuyers, share(poisedThere, poisedNext));
      long lateCome = count(lateBuyers, lateShare);
      long retryCome = count(retrying, again);
      poisedThere = poisedNext;
      poisedBuyers -= poisedCome;
      lateBuyers -= lateCome;
      long tries = poisedCome + lateCome + retryCome;
      tokens = Math.min(tokens, Math.max(1, sale.gate().burst())) + perBin;
      till.takeBack(now);
      long passed = sell(till, out, now - bin, bin, Math.min(tries, (long) tokens));
      tokens -= passed;
      retrying += count(tries - passed, retry.patience()) - retryCome;
      if (isOver(sale, out, poisedBuyers + lateBuyers + retrying)) {
        break;
      }
    }
    till.takeBack(sale.durationSeconds());
  }

  /** Sells to {@code wanted} buyers, spread evenly over the bin; answers how many got a unit. */
  private static long sell(Till till, SaleOutcome out, double from, double bin, long wanted) {
    long passed = 0;
    while (passed < wanted && out.onSale() > 0) {
      passed++;
      till.sell(from + bin * passed / wanted);
    }
    return passed;
  }

  private boolean isOver(SaleParameters sale, SaleOutcome out, long toCome) {
    return toCome == 0
        || (out.onSale() == 0
            && (returns.isEmpty()
                || returns.seconds() > sale.durationSeconds()
                || sale.payment().unpaidUnits() == Payment.UnpaidUnits.NEXT_ROUND));
  }

  private static double share(double logSurvival, double nextLogSurvival) {
    return logSurvival == Double.NEGATIVE_INFINITY
        ? 1
        : -StrictMath.expm1(Math.min(0, nextLogSurvival - logSurvival));
  }

  private long count(long trials, double probability) {
    return CountDraws.binomial(random.nextDouble(), trials, probability);
  }
}
