package groundswell.jobs.marts.ties;

import java.util.Locale;

/** Class of a tie by the weights of its two directions (docs/decisions/0052). */
enum TieClass {
  NONE,
  WEAK,
  STRONG;

  private static final double STRONG_CONTACTS = 4;
  private static final double STRONG_RECIPROCITY = 0.2;
  private static final double WEAK_CONTACTS = 0.25;

  /** Both directions in millionths of a contact. */
  static TieClass of(long upward, long downward) {
    double strength = (upward + downward) / Decay.MILLION;
    if (strength < WEAK_CONTACTS) {
      return NONE;
    }
    boolean isStrong =
        strength >= STRONG_CONTACTS && reciprocity(upward, downward) >= STRONG_RECIPROCITY;
    return isStrong ? STRONG : WEAK;
  }

  /** Weaker direction / stronger direction; null when both are nothing. */
  static Double reciprocity(long upward, long downward) {
    double stronger = Math.max(upward, downward) / Decay.MILLION;
    return stronger > 0 ? Math.min(upward, downward) / Decay.MILLION / stronger : null;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
