package groundswell.kernels.wordofmouth;

import groundswell.kernels.Require;
import groundswell.kernels.random.NaturalLog;

/**
 * What members make of the news: they decide once, on the day they first hear of the product from a
 * satisfied adopter or an advertisement.
 *
 * @param acceptance q, probability of adopting when nothing bad was heard [0..1]
 * @param satisfaction s, probability that an adopter is satisfied (product quality) [0..1]
 * @param doubt kappa, share of the acceptance lost per negative inform [0..1]
 * @param negativeWeight nu, how many ordinary doubts one negative inform weighs [1], &ge; 0
 */
public record Adoption(
    double acceptance, double satisfaction, double doubt, double negativeWeight) {
  public Adoption {
    Require.inRange("acceptance", acceptance, 0, 1);
    Require.inRange("satisfaction", satisfaction, 0, 1);
    Require.inRange("doubt", doubt, 0, 1);
    Require.notNegative("negativeWeight", negativeWeight);
  }

  /** Everybody who hears of it adopts and is satisfied: the textbook cascade. */
  public static Adoption certain() {
    return new Adoption(1, 1, 0, 1);
  }

  /** q (1 - kappa)^(nu n): probability of adopting after {@code negatives} negative informs. */
  public double probability(int negatives) {
    double doubts = negativeWeight * negatives;
    if (doubts == 0 || doubt == 0) {
      return acceptance;
    }
    if (doubt == 1) {
      return 0;
    }
    return acceptance * StrictMath.exp(doubts * NaturalLog.of(1 - doubt)); // pow would allocate
  }
}
