package groundswell.kernels.flashsale;

/**
 * The sale in the limit of many members, without chance: dS/dt = min(mu, h (R - S)). A fast answer
 * and an oracle for {@link FlashSale}; at a million holders chance moves the sell-out time by well
 * under one per cent.
 */
public final class FluidSale {
  private FluidSale() {}

  /**
   * Seconds until {@code stock} of {@code buyers} is gone at {@code hazardPerSecond} through a gate
   * of {@code ordersPerSecond} (infinity: none); infinity when the stock is not below the buyers.
   */
  public static double sellOutSeconds(
      double stock, double buyers, double hazardPerSecond, double ordersPerSecond) {
    if (stock <= 0) {
      return 0;
    }
    double gated = Math.max(0, buyers - ordersPerSecond / hazardPerSecond); // S1
    if (stock <= gated) {
      return stock / ordersPerSecond;
    }
    if (stock >= buyers) {
      return Double.POSITIVE_INFINITY;
    }
    double wait = gated == 0 ? 0 : gated / ordersPerSecond;
    return wait + StrictMath.log((buyers - gated) / (buyers - stock)) / hazardPerSecond;
  }

  /** Sell-out through an open gate for any arrival law: F⁻¹(stock / buyers), by bisection. */
  public static double sellOutSeconds(double stock, double buyers, Arrivals arrivals) {
    if (stock <= 0) {
      return 0;
    }
    if (stock >= buyers) {
      return Double.POSITIVE_INFINITY;
    }
    double low = 0;
    double high = 1;
    while (shareArrived(arrivals, high) < stock / buyers) {
      high *= 2;
    }
    for (int halving = 0; halving < 200 && low < high; halving++) {
      double middle = 0.5 * (low + high);
      if (shareArrived(arrivals, middle) < stock / buyers) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** F(t) of the mixture: share of members who have come by {@code seconds}. */
  public static double shareArrived(Arrivals arrivals, double seconds) {
    var poised = ArrivalLaw.ofPoised(arrivals, new QueuePolicy.FirstComeFirstServed());
    var late = new ArrivalLaw.Exponential(arrivals.lateMeanSeconds());
    return -arrivals.poisedShare() * StrictMath.expm1(poised.logSurvival(seconds))
        - (1 - arrivals.poisedShare()) * StrictMath.expm1(late.logSurvival(seconds));
  }
}
