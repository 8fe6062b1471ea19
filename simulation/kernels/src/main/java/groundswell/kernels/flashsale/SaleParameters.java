package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/**
 * One flash sale in one channel. See {@code docs/models/flash-sale.md}.
 *
 * @param stock N, units on sale at the opening [units], &ge; 0
 * @param durationSeconds the sale closes this long after T0 [s], &gt; 0; infinity: never
 * @param demand who comes
 * @param arrivals when they come
 * @param gate what the shop lets through
 * @param payment what happens to allocated units
 */
public record SaleParameters(
    long stock,
    double durationSeconds,
    Demand demand,
    Arrivals arrivals,
    Gate gate,
    Payment payment) {
  public SaleParameters {
    Require.between("stock", stock, 0, 1L << 40);
    if (!(durationSeconds > 0)) {
      throw new IllegalArgumentException(
          "durationSeconds must be positive but is %s".formatted(durationSeconds));
    }
  }

  /** The same sale with other units on sale. */
  public SaleParameters withStock(long units) {
    return new SaleParameters(units, durationSeconds, demand, arrivals, gate, payment);
  }

  /** The same sale with other reservations. */
  public SaleParameters withReservations(long reservations) {
    var other =
        new Demand(
            reservations,
            demand.showUp(),
            demand.walkIns(),
            demand.buyProbability(),
            demand.limitPerMember());
    return new SaleParameters(stock, durationSeconds, other, arrivals, gate, payment);
  }
}
