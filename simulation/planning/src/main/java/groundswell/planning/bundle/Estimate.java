package groundswell.planning.bundle;

/**
 * One estimated parameter with its evidence; never a bare number.
 *
 * @param subject what it describes: {@code word_of_mouth}, {@code bass}, or a launch id
 * @param parameter name of the parameter, e.g. {@code influence.direct_strong}
 * @param unit unit, e.g. {@code 1/day}
 * @param value the estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level confidence level of the interval, in (0, 1)
 * @param n observations behind it
 * @param method how it was estimated, in a few words
 */
public record Estimate(
    String subject,
    String parameter,
    String unit,
    double value,
    double low,
    double high,
    double level,
    long n,
    String method) {
  public Estimate {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          "%s %s must lie in its interval but %s is not in [%s, %s]"
              .formatted(subject, parameter, value, low, high));
    }
  }
}
