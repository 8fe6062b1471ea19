package groundswell.planning.claims;

/**
 * The values that agree with a claim.
 *
 * @param low lowest, negative infinity when the claim has no lower end
 * @param high highest, infinity when it has no upper end
 */
public record ClaimRange(double low, double high) {
  public ClaimRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "A claim must run from low to high but runs from %s to %s".formatted(low, high));
    }
  }

  static ClaimRange atLeast(String low) {
    return new ClaimRange(Double.parseDouble(low), Double.POSITIVE_INFINITY);
  }

  /** From one figure to the other; a figure alone is a point, no lower one means at most. */
  static ClaimRange of(String low, String high) {
    if (low.isEmpty()) {
      return new ClaimRange(Double.NEGATIVE_INFINITY, Double.parseDouble(high));
    }
    return new ClaimRange(Double.parseDouble(low), Double.parseDouble(high.isEmpty() ? low : high));
  }

  /** Below, within or above. */
  public String position(double value) {
    return value < low ? "below" : value > high ? "above" : "within";
  }

  /** How far a value lies outside: negative below, 0 within, positive above. */
  public double gap(double value) {
    return value - Math.min(Math.max(value, low), high);
  }

  /** A value against the lower end, or the upper one where there is no lower. */
  public double ratio(double value) {
    return value / (Double.isInfinite(low) ? high : low);
  }
}
