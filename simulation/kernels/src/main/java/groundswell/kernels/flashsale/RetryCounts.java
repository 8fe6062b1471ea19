package groundswell.kernels.flashsale;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.KeyedRandom;
import groundswell.kernels.random.NaturalLog;
import groundswell.kernels.statistics.LargeCounts;

/**
 * A sale whose gate turns orders away, in short bins: arrivals, tries and tries again of a bin are
 * binomial counts; within the bin only the tries that pass are drawn. O(bins + units), not
 * O(tries). Bins are 0.1 s or a twentieth of the retry time, if shorter; a try again never falls
 * into the bin of its refusal, above {@value #FEW} tries their times in the bin are taken as a
 * Poisson stream, and large counts may be one off: {@code docs/models/flash-sale.md}.
 */
final class RetryCounts {
  static final double BIN_SECONDS = 0.1;
  private static final int FEW = 64;
  private static final int CROWD = 40; // tries between two openings of the gate
  private static final int MOST_BINS = 20_000_000;

  private final KeyedRandom random = new KeyedRandom(0);
  private final ReturnQueue returns = new ReturnQueue();

  private Till till;
  private SaleParameters sale;
  private SaleOutcome out;
  private long poisedToCome;
  private long lateToCome;
  private long retrying;
  private double interval; // [s] between tokens
  private double head; // [s] worth of tokens in a full bucket
  private double ahead; // [s] how far the clock may run ahead of a try that passes
  private double clock; // [s] virtual clock of the token bucket

  /** One sale; {@code out} knows the buyers. */
  void run(SaleParameters terms, long key, long poisedBuyers, SaleOutcome outcome) {
    sale = terms;
    out = outcome;
    random.restart(Draws.key(key, FlashSale.RETRIES));
    returns.begin(sale.payment().holdSeconds());
    till = new Till(sale, key, out, returns);
    poisedToCome = poisedBuyers;
    lateToCome = out.buyers - poisedBuyers;
    retrying = 0;
    interval = sale.gate().intervalSeconds();
    head = sale.gate().burst() * interval;
    ahead = (Math.max(1, sale.gate().burst()) - 1) * interval;
    clock = 0;
    countBins((QueuePolicy.LossWithRetry) sale.gate().policy());
    till.takeBack(sale.durationSeconds());
  }

  private void countBins(QueuePolicy.LossWithRetry retry) {
    var poisedLaw = ArrivalLaw.ofPoised(sale.arrivals(), retry);
    double bin = Math.min(BIN_SECONDS, retry.retryMeanSeconds() / 20);
    double again = -StrictMath.expm1(-bin / retry.retryMeanSeconds());
    double lateShare = -StrictMath.expm1(-bin / sale.arrivals().lateMeanSeconds());
    double poisedThere = 0;
    for (int i = 1; i <= MOST_BINS && i * bin <= sale.durationSeconds() && !isOver(); i++) {
      double poisedNext = poisedLaw.logSurvival(i * bin);
      long retries = count(retrying, again);
      long tries = come(share(poisedThere, poisedNext), lateShare) + retries;
      poisedThere = poisedNext;
      till.takeBack((i - 1) * bin);
      long passed = pass((i - 1) * bin, bin, tries);
      retrying += count(tries - passed, retry.patience()) - retries;
    }
  }

  private long come(double poisedShare, double lateShare) {
    long poisedCome = count(poisedToCome, poisedShare);
    long lateCome = count(lateToCome, lateShare);
    poisedToCome -= poisedCome;
    lateToCome -= lateCome;
    return poisedCome + lateCome;
  }

  /** Lets tries of one bin through the gate; answers how many. */
  private long pass(double from, double bin, long tries) {
    return tries <= FEW ? passEach(from, bin, tries) : passMany(from, bin, tries);
  }

  /** Each try has its place in the bin, in ascending order by Rényi's representation. */
  private long passEach(double from, double bin, long tries) {
    double rest = bin;
    long passed = 0;
    for (long left = tries; left > 0 && out.onSale() > 0; left--) {
      rest *= StrictMath.exp(NaturalLog.of(random.nextDouble()) / left);
      double tried = from + bin - rest;
      if (tried >= opensAt()) {
        sell(tried);
        passed++;
      }
    }
    return passed;
  }

  /**
   * Tries come so often that only the first after each opening of the gate matters. In a crowd it
   * comes at once: its mean wait, below a fortieth of the gate's interval, is not drawn.
   */
  private long passMany(double from, double bin, long tries) {
    double gap = bin / tries;
    boolean isCrowd = gap * CROWD < interval;
    double tried = from;
    long passed = 0;
    while (passed < tries && out.onSale() > 0) {
      double opens = opensAt();
      tried =
          isCrowd && opens > tried
              ? opens + gap
              : Math.max(tried, opens) + gap * random.nextExponential();
      if (tried > from + bin) {
        break;
      }
      sell(tried);
      passed++;
    }
    return passed;
  }

  /** When the next token is in the bucket, which holds at least one. */
  private double opensAt() {
    return clock - ahead;
  }

  private void sell(double tried) {
    clock = (clock > tried ? clock : tried) + interval; // Math.max waits for its NaN checks
    double served = clock - head;
    till.sell(tried > served ? tried : served);
  }

  private boolean isOver() {
    boolean nobodyLeft = poisedToCome + lateToCome + retrying == 0;
    boolean nothingComes =
        !till.sellsAgain() || returns.isEmpty() || returns.seconds() > sale.durationSeconds();
    return nobodyLeft || (out.onSale() == 0 && nothingComes);
  }

  private static double share(double logSurvival, double nextLogSurvival) {
    return logSurvival == Double.NEGATIVE_INFINITY
        ? 1
        : -StrictMath.expm1(Math.min(0, nextLogSurvival - logSurvival));
  }

  private long count(long trials, double probability) {
    return LargeCounts.binomial(random.nextDouble(), trials, probability);
  }
}
