package groundswell.benchmarks;

import java.util.Locale;

/**
 * One line of a section.
 *
 * @param work what was measured
 * @param value measured rate or time, with its unit and error
 * @param peer whom it is compared with, in the same run; "–" without one
 * @param ratio ours over the peer's, in the direction in which larger is better; NaN without one
 * @param target what was promised; "–" without one
 */
record Measurement(String work, String value, String peer, double ratio, String target) {
  private static final String NONE = "–";

  static Measurement of(String work, String value) {
    return new Measurement(work, value, NONE, Double.NaN, NONE);
  }

  static Measurement against(String work, String value, String peer, double ratio, String target) {
    return new Measurement(work, value, peer, ratio, target);
  }

  String asRow() {
    String shown = Double.isNaN(ratio) ? NONE : String.format(Locale.ROOT, "%.2f", ratio);
    return "| %s | %s | %s | %s | %s |".formatted(work, value, peer, shown, target);
  }
}
