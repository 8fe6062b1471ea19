package groundswell.jobs.marts.ties;

/**
 * How ties fade: w(t) = floor(w(t-1) · 2^(-days / half-life)) + contacts, counted in millionths.
 * Whole numbers make the result independent of engine and order, and let a later week continue from
 * a published one exactly (docs/decisions/0051).
 */
final class Decay {
  static final double MILLION = 1e6;

  private Decay() {}

  /** A weight some days later [millionths]. */
  static double later(double millionths, int days, int halfLifeDays) {
    return Math.floor(millionths * left(days, halfLifeDays));
  }

  /** What is left of a whole some days later. */
  static double left(int days, int halfLifeDays) {
    return StrictMath.pow(2.0, -days / (double) halfLifeDays);
  }
}
