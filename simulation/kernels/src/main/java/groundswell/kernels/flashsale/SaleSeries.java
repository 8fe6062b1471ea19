package groundswell.kernels.flashsale;

import groundswell.kernels.Require;
import groundswell.kernels.random.Draws;
import groundswell.kernels.statistics.LargeCounts;
import java.util.List;

/**
 * A sale in rounds, e.g. one a week. Holders who got nothing come back to the next round with
 * probability rho, each on its own; units left over or never paid are on sale again. Which members
 * return does not matter: holders are exchangeable. One instance per thread.
 */
public final class SaleSeries {
  private static final int COME_BACK = 8; // aspect of the random numbers

  private final SaleParameters terms;
  private final List<SaleRound> rounds;
  private final double comeBack;
  private final FlashSale sale = new FlashSale();

  /**
   * @param terms of each round; its stock and reservations are those of round 1 before its own
   * @param rounds in order; {@code freshStock} and {@code newReservations} add to what is there
   * @param comeBack rho, probability that a holder who got nothing reserves again [0..1]
   */
  public SaleSeries(SaleParameters terms, List<SaleRound> rounds, double comeBack) {
    this.terms = terms;
    this.rounds = List.copyOf(rounds);
    this.comeBack = Require.inRange("comeBack", comeBack, 0, 1);
  }

  /** One history: outcome i is round i; everything in {@code out} is overwritten. */
  public void run(long seed, int replication, SaleOutcome... out) {
    if (out.length != rounds.size()) {
      throw new IllegalArgumentException(
          "There must be one outcome per round: %d, but there are %d"
              .formatted(rounds.size(), out.length));
    }
    long key = Draws.key(seed, replication, FlashSale.SHOW_UP); // round 1 is a sale on its own
    long comeBackKey = Draws.key(seed, replication, COME_BACK);
    long stock = terms.stock();
    long reservations = terms.demand().reservations();
    for (int round = 0; round < out.length; round++) {
      stock += rounds.get(round).freshStock();
      reservations += rounds.get(round).newReservations();
      sale.run(terms.withStock(stock).withReservations(reservations), key, out[round]);
      stock = out[round].left();
      long losers = Math.max(0, reservations - out[round].served());
      reservations = LargeCounts.binomial(Draws.uniform(comeBackKey, round), losers, comeBack);
      key = Draws.key(comeBackKey, round);
    }
  }
}
