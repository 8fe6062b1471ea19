package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/**
 * What the shop's gate lets through: a token bucket, full at the opening.
 *
 * @param ordersPerSecond mu, rate [orders/s], &gt; 0; infinity for no gate
 * @param burst b, orders that pass at once when the bucket is full [orders], &ge; 0; with 0 each
 *     order is served for 1/mu seconds, one after the other
 * @param policy what becomes of orders that find the gate busy
 */
public record Gate(double ordersPerSecond, double burst, QueuePolicy policy) {
  public Gate {
    if (!(ordersPerSecond > 0)) {
      throw new IllegalArgumentException(
          "ordersPerSecond must be positive but is %s".formatted(ordersPerSecond));
    }
    Require.notNegative("burst", burst);
  }

  /** No gate: each order is served when it comes. */
  public static Gate open() {
    return new Gate(Double.POSITIVE_INFINITY, 0, new QueuePolicy.FirstComeFirstServed());
  }

  /** First come, first served, one after the other. */
  public static Gate ofRate(double ordersPerSecond) {
    return new Gate(ordersPerSecond, 0, new QueuePolicy.FirstComeFirstServed());
  }

  double intervalSeconds() {
    return 1 / ordersPerSecond;
  }
}
