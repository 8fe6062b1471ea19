package groundswell.kernels.flashsale;

import groundswell.kernels.random.Draws;

/** Books the orders of one sale: units, payment, returns. */
final class Till {
  private final SaleOutcome out;
  private final ReturnQueue returns;
  private final int limit;
  private final double unpaid;
  private final boolean sellsAgain;
  private final long unitsKey;
  private final long unpaidKey;

  Till(SaleParameters sale, long key, SaleOutcome out, ReturnQueue returns) {
    this.out = out;
    this.returns = returns;
    this.limit = sale.demand().limitPerMember();
    this.unpaid = sale.payment().unpaid();
    this.sellsAgain = sale.payment().unpaidUnits() == Payment.UnpaidUnits.AT_ONCE;
    this.unitsKey = Draws.key(key, FlashSale.UNITS);
    this.unpaidKey = Draws.key(key, FlashSale.UNPAID);
  }

  /** Whether units of unpaid orders go on sale again in this sale. */
  boolean sellsAgain() {
    return sellsAgain;
  }

  /** Sells to the next buyer what is wanted and there; at least one unit is on sale. */
  void sell(double seconds) {
    long order = out.served++;
    long wanted = limit == 1 ? 1 : 1 + Draws.below(unitsKey, order, limit);
    long units = Math.min(wanted, out.onSale());
    out.allocate(seconds, units);
    if (unpaid > 0) {
      awaitPayment(order, seconds, units);
    }
  }

  /**
   * Sells to up to {@code orders} buyers, one each {@code pace} seconds, while there are units;
   * answers to how many. Where each takes one unit, they are counted, not walked.
   */
  long sellEvenly(double first, double pace, long orders) {
    return limit == 1 ? sellSingles(first, pace, orders) : sellOneByOne(first, pace, orders);
  }

  private long sellSingles(double first, double pace, long orders) {
    long sold = Math.min(orders, out.onSale());
    if (sold > 0) {
      out.allocateEvenly(first, pace, sold);
    }
    for (int i = 0; unpaid > 0 && i < sold; i++) {
      awaitPayment(out.served + i, first + i * pace, 1);
    }
    out.served += sold;
    return sold;
  }

  private long sellOneByOne(double first, double pace, long orders) {
    long sold = 0;
    while (sold < orders && out.onSale() > 0) {
      sell(first + sold * pace);
      sold++;
    }
    return sold;
  }

  private void awaitPayment(long order, double seconds, long units) {
    if (Draws.uniform(unpaidKey, order) < unpaid) {
      out.unpaid += units;
      returns.push(seconds, (int) units);
    }
  }

  /** Takes back the units whose hold is over. */
  void takeBack(double seconds) {
    while (!returns.isEmpty() && returns.seconds() <= seconds) {
      int units = returns.pop();
      out.returned += units;
      if (sellsAgain) {
        out.resold += units;
      }
    }
  }
}
