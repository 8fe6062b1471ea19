package groundswell.kernels.flashsale;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.KeyedRandom;
import groundswell.kernels.random.NaturalLog;
import groundswell.kernels.statistics.LargeCounts;

/**
 * A sale whose gate turns orders away, in short bins: arrivals, tries and tries again of a bin are
 * binomial counts; within the bin only the tries that pass are drawn, and in a crowd, which passes
 * at an even pace, they are counted. O(bins + units), not O(tries). Bins are 0.1 s or a twentieth
 * of the retry time, if shorter; a try again never falls into the bin of its refusal, above {@value
 * #FEW} tries their times in the bin are taken as a Poisson stream: {@code
 * docs/models/flash-sale.md}.
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
  private ArrivalLaw poisedLaw;
  private Comings comings;
  private double bin; // [s]
  private double poisedThere; // log of the share of the poised still to come
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
    expect((QueuePolicy.LossWithRetry) sale.gate().policy(), poisedBuyers);
    fillBucket(sale.gate());
    countBins();
    till.takeBack(sale.durationSeconds());
  }

  private void expect(QueuePolicy.LossWithRetry retry, long poisedBuyers) {
    bin = Math.min(BIN_SECONDS, retry.retryMeanSeconds() / 20);
    comings = Comings.ofBin(bin, sale.arrivals().lateMeanSeconds(), retry);
    poisedLaw = ArrivalLaw.ofPoised(sale.arrivals(), retry);
    poisedThere = 0;
    poisedToCome = poisedBuyers;
    lateToCome = out.buyers - poisedBuyers;
    retrying = 0;
  }

  private void fillBucket(Gate gate) {
    interval = gate.intervalSeconds();
    head = gate.burst() * interval;
    ahead = (Math.max(1, gate.burst()) - 1) * interval;
    clock = 0;
  }

  private void countBins() {
    int next = 1;
    while (next <= MOST_BINS && next * bin <= sale.durationSeconds() && !isOver()) {
      int idle = poisedToCome == 0 && out.onSale() == 0 ? binsWithoutUnits(next) : 0;
      if (idle > 0) {
        turnAway(idle);
        next += idle;
      } else {
        countBin((next - 1) * bin, next * bin);
        next++;
      }
    }
  }

  private void countBin(double from, double end) {
    double poisedNext = poisedToCome == 0 ? poisedThere : poisedLaw.logSurvival(end);
    long retries = count(retrying, comings.again());
    long tries = come(share(poisedThere, poisedNext), comings.late()) + retries;
    poisedThere = poisedNext;
    till.takeBack(from);
    long passed = pass(from, tries);
    retrying += count(tries - passed, comings.patience()) - retries;
  }

  /** Bins from the next one on that begin before units are back. */
  private int binsWithoutUnits(int next) {
    return (int) Math.min(Math.ceil(returns.seconds() / bin) - (next - 1), MOST_BINS);
  }

  /** Bins in which everybody who tries is turned away, late members and those who came before. */
  private void turnAway(int bins) {
    long come = count(lateToCome, comings.lateWithin(bins));
    lateToCome -= come;
    retrying =
        count(retrying, comings.retryingAfter(bins)) + count(come, comings.stillTrying(bins));
  }

  private long come(double poisedShare, double lateShare) {
    long poisedCome = count(poisedToCome, poisedShare);
    long lateCome = count(lateToCome, lateShare);
    poisedToCome -= poisedCome;
    lateToCome -= lateCome;
    return poisedCome + lateCome;
  }

  /** Lets tries of one bin through the gate; answers how many. */
  private long pass(double from, long tries) {
    if (tries <= FEW) {
      return passEach(from, tries);
    }
    double gap = bin / tries;
    return gap * CROWD < interval ? passCrowd(from, gap, tries) : passMany(from, gap, tries);
  }

  /** Each try has its place in the bin, in ascending order by Rényi's representation. */
  private long passEach(double from, long tries) {
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

  /** Tries come so often that only the first after each opening of the gate matters. */
  private long passMany(double from, double gap, long tries) {
    double tried = from;
    long passed = 0;
    while (passed < tries && out.onSale() > 0) {
      tried = Math.max(tried, opensAt()) + gap * random.nextExponential();
      if (tried > from + bin) {
        break;
      }
      sell(tried);
      passed++;
    }
    return passed;
  }

  /**
   * In a crowd the first try after an opening comes at once: its mean wait, below a fortieth of the
   * gate's interval, is not drawn. So once the bucket is empty, orders pass at an even pace.
   */
  private long passCrowd(double from, double gap, long tries) {
    double tried = from;
    long passed = 0;
    while (opensAt() <= tried && passed < tries && out.onSale() > 0) {
      tried += gap * random.nextExponential();
      if (tried > from + bin) {
        return passed;
      }
      sell(tried);
      passed++;
    }
    return passed + passEvenly(opensAt() + gap, from + bin, tries - passed);
  }

  private long passEvenly(double first, double end, long tries) {
    double pace = interval + Math.max(0, first - clock); // a try after the clock delays the next
    double inTime = Math.floor((end - first) / pace) + 1;
    long most = (long) Math.min((double) tries, Math.max(0, inTime));
    long passed = till.sellEvenly(first + Math.max(0, interval - head), pace, most);
    clock += passed * pace;
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
