package groundswell.kernels;

/** Guards for parameters. Each message says what, the value, and what would be right. */
public final class Require {
  private Require() {}

  /** Passes a finite value in [low, high]; written so that NaN fails too. */
  public static double inRange(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s must be in [%s, %s] but is %s".formatted(name, low, high, value));
    }
    return value;
  }

  /** Passes a value in (0, infinity). */
  public static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be positive and finite but is %s".formatted(name, value));
    }
    return value;
  }

  /** Passes a value in [0, infinity). */
  public static double notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be zero or positive and finite but is %s".formatted(name, value));
    }
    return value;
  }

  /** Passes a whole number in [low, high]. */
  public static long between(String name, long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s must be in [%d, %d] but is %d".formatted(name, low, high, value));
    }
    return value;
  }
}
