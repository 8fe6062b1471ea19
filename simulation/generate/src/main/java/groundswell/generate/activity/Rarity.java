package groundswell.generate.activity;

/** Rates of rare things, raised in a small community so that each kind is seen at all. */
final class Rarity {
  /** Times that each rare thing ought to happen over the whole log, at least. */
  private static final double TIMES = 12;

  private static final double MOST = 0.7;

  private Rarity() {}

  /** A probability per trial that {@code trials} trials turn into about a dozen at least. */
  static double seen(double probability, double trials) {
    return Math.max(probability, Math.min(MOST, TIMES / Math.max(1, trials)));
  }
}
