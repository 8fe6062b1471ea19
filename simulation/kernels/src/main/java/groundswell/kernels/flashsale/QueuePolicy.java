package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/** What becomes of orders that find the gate busy. */
public sealed interface QueuePolicy {

  /** They wait in the order in which they came. */
  record FirstComeFirstServed() implements QueuePolicy {}

  /**
   * The poised wait before the opening and their places are drawn by lot, so all of them are in
   * line at T0; the rest queue up behind as they come.
   */
  record RandomPrequeue() implements QueuePolicy {}

  /**
   * They are turned away and try again.
   *
   * @param retryMeanSeconds delta, mean of the exponential time to the next try [s], &gt; 0
   * @param patience probability that a member who was turned away tries again [0..1]
   */
  record LossWithRetry(double retryMeanSeconds, double patience) implements QueuePolicy {
    public LossWithRetry {
      Require.positive("retryMeanSeconds", retryMeanSeconds);
      Require.inRange("patience", patience, 0, 1);
    }
  }
}
