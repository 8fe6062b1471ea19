package groundswell.planning.calibrate;

import org.hipparchus.special.Gamma;

/**
 * How buyers purchase until they stop: at a rate that is Gamma over buyers, stopping after any
 * purchase with a probability that is Beta over buyers.
 *
 * <p>Source: Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way: An Alternative to
 * the Pareto/NBD Model", Marketing Science 24(2), equations 6 and 10, doi:10.1287/mksc.1040.0098.
 * Page: {@code docs/models/lifetime-value.md}.
 *
 * @param r shape of the purchase rate [1], above 0
 * @param alpha scale of the purchase rate [weeks], above 0
 * @param a first parameter of the stopping probability [1], above 0
 * @param b second parameter of the stopping probability [1], above 0
 */
public record BgNbd(double r, double alpha, double a, double b) {
  /** Where 1/(a − 1) is too near its pole, the mean of both sides is taken, to a 10⁻⁸. */
  private static final double NEAR_POLE = 1e-4;

  private static final double SERIES_END = 1e-15;
  private static final int MOST_TERMS = 200_000;

  public BgNbd {
    for (double parameter : new double[] {r, alpha, a, b}) {
      if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Parameters must be positive and finite but r = %s, alpha = %s, a = %s, b = %s"
                .formatted(r, alpha, a, b));
      }
    }
  }

  /** Logarithm of the likelihood of one buyer with the history. */
  double logLikelihood(PurchaseHistory history) {
    return ofRepeats(history.repeats()) + ofTimes(history);
  }

  /** What is the same for all buyers with as many repeats. */
  double ofRepeats(int x) {
    return Gamma.logGamma(r + x)
        - Gamma.logGamma(r)
        + r * Math.log(alpha)
        + Gamma.logGamma(a + b)
        - Gamma.logGamma(b)
        + Gamma.logGamma(b + x)
        - Gamma.logGamma(a + b + x);
  }

  /** What depends on when they were. */
  double ofTimes(PurchaseHistory history) {
    double age = Math.log(alpha + history.ageWeeks());
    return Math.log1p(oddsStopped(history)) - (r + history.repeats()) * age;
  }

  /** Derivatives of {@link #logLikelihood} by the logarithms of r, alpha, a and b. */
  double[] slope(PurchaseHistory history) {
    int x = history.repeats();
    double odds = oddsStopped(history);
    double stopped = odds / (1 + odds);
    double age = alpha + history.ageWeeks();
    double recency = alpha + history.recencyWeeks();
    double both = Gamma.digamma(a + b) - Gamma.digamma(a + b + x);
    double byRate =
        Gamma.digamma(r + x)
            - Gamma.digamma(r)
            + Math.log(alpha)
            - (1 - stopped) * Math.log(age)
            - stopped * Math.log(recency);
    double byScale = r / alpha - (r + x) * ((1 - stopped) / age + stopped / recency);
    double byFirst = both + stopped / a;
    double bySecond = both + Gamma.digamma(b + x) - Gamma.digamma(b);
    bySecond -= x == 0 ? 0 : stopped / (b + x - 1);
    return new double[] {r * byRate, alpha * byScale, a * byFirst, b * bySecond};
  }

  /** Probability that the buyer has not stopped; 1 without repeats, since nobody stops unasked. */
  double active(PurchaseHistory history) {
    return 1 / (1 + oddsStopped(history));
  }

  /** Expected days with a purchase in the {@code weeks} after the end of the data [days]. */
  double expectedPurchases(PurchaseHistory history, double weeks) {
    if (Math.abs(a - 1) < NEAR_POLE / 2) {
      BgNbd below = new BgNbd(r, alpha, 1 - NEAR_POLE, b);
      BgNbd above = new BgNbd(r, alpha, 1 + NEAR_POLE, b);
      return (below.expectedPurchases(history, weeks) + above.expectedPurchases(history, weeks))
          / 2;
    }
    int x = history.repeats();
    double age = alpha + history.ageWeeks();
    double shrunk =
        Math.pow(age / (age + weeks), r + x)
            * hypergeometric(r + x, b + x, a + b + x - 1, weeks / (age + weeks));
    return (a + b + x - 1) / (a - 1) * (1 - shrunk) * active(history);
  }

  /** Odds that the buyer stopped at the last purchase. */
  private double oddsStopped(PurchaseHistory history) {
    int x = history.repeats();
    if (x == 0) {
      return 0;
    }
    double ratio = (alpha + history.ageWeeks()) / (alpha + history.recencyWeeks());
    return a / (b + x - 1) * Math.pow(ratio, r + x);
  }

  /** Gauss's ₂F₁ by its series, for z in [0, 1). */
  static double hypergeometric(double first, double second, double third, double z) {
    double term = 1;
    double sum = 1;
    for (int n = 0; n < MOST_TERMS && Math.abs(term) > SERIES_END * Math.abs(sum); n++) {
      term *= (first + n) * (second + n) / ((third + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
