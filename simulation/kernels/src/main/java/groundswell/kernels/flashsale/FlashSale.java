package groundswell.kernels.flashsale;

import groundswell.kernels.random.Draws;
import groundswell.kernels.statistics.LargeCounts;

/**
 * One flash sale, exact in distribution: holders are exchangeable, so only their ordered arrival
 * times are drawn, as far as the stock reaches ({@link OrderStatisticStream}); O(units), not
 * O(reservations). Orders that are turned away and try again are counted in short bins instead
 * ({@link RetryCounts}). One instance per thread. Model, sources and limits: {@code
 * docs/models/flash-sale.md}.
 */
public final class FlashSale {
  static final int SHOW_UP = 1; // aspects of the random numbers
  static final int POISED = 2;
  static final int LATE = 3;
  static final int UNITS = 4;
  static final int UNPAID = 5;
  static final int WALK_INS = 6;
  static final int RETRIES = 7;

  private final OrderStatisticStream poised = new OrderStatisticStream();
  private final OrderStatisticStream late = new OrderStatisticStream();
  private final ReturnQueue returns = new ReturnQueue();
  private final RetryCounts retryCounts = new RetryCounts();

  /** One replication; everything in {@code out} is overwritten. */
  public void run(SaleParameters sale, long seed, int replication, SaleOutcome out) {
    run(sale, Draws.key(seed, replication, SHOW_UP), out);
  }

  /** One replication below a key: for the rounds of one history. */
  void run(SaleParameters sale, long key, SaleOutcome out) {
    out.begin(sale.stock());
    long poisedBuyers = comePoised(sale, key, out);
    if (sale.gate().policy() instanceof QueuePolicy.LossWithRetry) {
      retryCounts.run(sale, key, poisedBuyers, out);
    } else {
      var poisedLaw = ArrivalLaw.ofPoised(sale.arrivals(), sale.gate().policy());
      var lateLaw = new ArrivalLaw.Exponential(sale.arrivals().lateMeanSeconds());
      poised.begin(poisedLaw, Draws.key(key, POISED), poisedBuyers);
      late.begin(lateLaw, Draws.key(key, LATE), out.buyers - poisedBuyers);
      serve(sale, key, out);
    }
    out.end();
  }

  /** Draws how many come and want to buy; answers how many of them are poised. */
  private static long comePoised(SaleParameters sale, long key, SaleOutcome out) {
    Demand demand = sale.demand();
    long come = binomial(key, 0, demand.reservations(), demand.showUp());
    long walkIns =
        LargeCounts.poisson(Draws.uniform(Draws.key(key, WALK_INS), 0), demand.walkIns());
    long poisedCome = binomial(key, 1, come, sale.arrivals().poisedShare());
    long poisedBuyers = binomial(key, 2, poisedCome, demand.buyProbability());
    long lateCome = come - poisedCome + walkIns;
    out.showedUp = come + walkIns;
    out.buyers = poisedBuyers + binomial(key, 3, lateCome, demand.buyProbability());
    return poisedBuyers;
  }

  private static long binomial(long key, int entity, long trials, double probability) {
    return LargeCounts.binomial(
        Draws.uniform(Draws.key(key, SHOW_UP), entity), trials, probability);
  }

  /** The gate: a token bucket, in the form of one virtual clock (Lindley's recursion). */
  private void serve(SaleParameters sale, long key, SaleOutcome out) {
    double interval = sale.gate().intervalSeconds();
    double head = sale.gate().burst() * interval;
    double close = sale.durationSeconds();
    double clock = 0;
    returns.begin(sale.payment().holdSeconds());
    var till = new Till(sale, key, out, returns);
    while (out.onSale() > 0) {
      double arrived = Math.min(poised.seconds(), late.seconds());
      double busyUntil = Math.max(clock, arrived) + interval;
      double served = Math.max(arrived, busyUntil - head);
      if (!(served <= close)) { // also when nobody is left: infinity less infinity is NaN
        break;
      }
      takeFirst();
      clock = busyUntil;
      till.takeBack(served);
      till.sell(served);
      if (out.onSale() == 0) {
        awaitReturns(till, close);
      }
    }
    till.takeBack(close);
  }

  /** Everybody in line, or coming before units are back on sale, is told "sold out". */
  private void awaitReturns(Till till, double close) {
    if (till.sellsAgain() && !returns.isEmpty() && returns.seconds() <= close) {
      double back = returns.seconds();
      poised.skipTo(back);
      late.skipTo(back);
      till.takeBack(back);
    }
  }

  private void takeFirst() {
    if (poised.seconds() <= late.seconds()) {
      poised.next();
    } else {
      late.next();
    }
  }
}
