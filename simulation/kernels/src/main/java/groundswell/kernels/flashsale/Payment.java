package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/**
 * What happens to allocated units.
 *
 * @param unpaid u, probability that an order is not paid [0..1]
 * @param holdSeconds H, how long an unpaid order keeps its units [s], &ge; 0
 * @param unpaidUnits where units of unpaid orders go
 */
public record Payment(double unpaid, double holdSeconds, UnpaidUnits unpaidUnits) {

  /** Where units of unpaid orders go. */
  public enum UnpaidUnits {
    /** On sale again as soon as the hold is over. */
    AT_ONCE,
    /** Into the stock of the next round. */
    NEXT_ROUND
  }

  public Payment {
    Require.inRange("unpaid", unpaid, 0, 1);
    Require.notNegative("holdSeconds", holdSeconds);
  }

  /** Everybody pays. */
  public static Payment always() {
    return new Payment(0, 0, UnpaidUnits.NEXT_ROUND);
  }
}
