package groundswell.kernels.flashsale;

/**
 * Who comes and who comes again in one bin of a sale with retries, and, for many bins in which
 * everybody is turned away, in closed form.
 *
 * @param late probability that a late member who has not come yet comes in a bin [0..1]
 * @param again probability that a member who was turned away tries again in a bin [0..1]
 * @param patience probability that a member who is turned away goes on trying [0..1]
 */
record Comings(double late, double again, double patience) {

  static Comings ofBin(double seconds, double lateMean, QueuePolicy.LossWithRetry retry) {
    return new Comings(
        -StrictMath.expm1(-seconds / lateMean),
        -StrictMath.expm1(-seconds / retry.retryMeanSeconds()),
        retry.patience());
  }

  /** Probability that a late member comes within so many bins. */
  double lateWithin(int bins) {
    return -StrictMath.expm1(bins * logAbsent());
  }

  /** Probability that a member who is trying still does so after bins without units. */
  double retryingAfter(int bins) {
    return StrictMath.exp(bins * logStaying());
  }

  /**
   * Probability that a late member who comes within bins without units is still trying after them:
   * the sum over the bin of coming, a geometric series.
   */
  double stillTrying(int bins) {
    double apart = logAbsent() - logStaying();
    double terms = apart == 0 ? bins : StrictMath.expm1(bins * apart) / StrictMath.expm1(apart);
    double sum = late * patience * StrictMath.exp((bins - 1) * logStaying()) * terms;
    return Math.min(1, sum / lateWithin(bins));
  }

  private double logAbsent() {
    return StrictMath.log1p(-late);
  }

  private double logStaying() {
    return StrictMath.log1p(-again * (1 - patience));
  }
}
