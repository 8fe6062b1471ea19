package groundswell.kernels.wordofmouth;

import groundswell.kernels.Require;

/**
 * How readily news passes along one tie class (channel and strength of tie).
 *
 * @param name of the tie class, e.g. {@code forum-strong}
 * @param hazardPerDay beta, hazard of an inform over an arc of strength 1 [1/day], &ge; 0
 * @param multiplierByDay factor of day 1, 2, … on the hazard [1], &ge; 0; beyond its end 1
 */
public record TieRate(String name, double hazardPerDay, double... multiplierByDay) {
  /** A hazard at which an inform on the first day is certain: no draw exceeds 36.8. */
  public static final double CERTAIN = 40;

  public TieRate {
    Require.notNegative("hazardPerDay of " + name, hazardPerDay);
    multiplierByDay = multiplierByDay.clone();
    for (double multiplier : multiplierByDay) {
      Require.notNegative("multiplierByDay of " + name, multiplier);
    }
  }

  /** The class whose arcs of strength 1 inform with this probability on each day, in [0, 1]. */
  public static TieRate ofDailyProbability(String name, double probability) {
    Require.inRange("probability of " + name, probability, 0, 1);
    double hazard = -StrictMath.log1p(-probability);
    return new TieRate(name, Math.min(hazard, CERTAIN));
  }

  /** Hazard on a day, counted from 1 [1/day]. */
  double on(int day) {
    return day <= multiplierByDay.length ? hazardPerDay * multiplierByDay[day - 1] : hazardPerDay;
  }
}
