package groundswell.generate.world;

/**
 * True parameters of the flash sales.
 *
 * @param reserving share of the members present who reserve, in [0, 1]
 * @param showUp share of reservers who try to buy, in [0, 1]
 * @param walkIn share of the other members who try to buy, in [0, 1]
 * @param poised share of attempts poised at T0, in [0, 1]
 * @param poisedMedianSeconds median delay of those [s]
 * @param poisedSigma standard deviation of its logarithm
 * @param lateMeanSeconds mean delay of the others, exponential [s]
 * @param gatePerSecond orders that the gate lets through [1/s]
 * @param holdSeconds time to pay [s]
 * @param paying share of those allocated who pay in time, in [0, 1]
 * @param paymentMedianSeconds median time to pay [s]
 * @param returning share of paid phones that come back, in [0, 1]
 */
public record SaleRules(
    double reserving,
    double showUp,
    double walkIn,
    double poised,
    double poisedMedianSeconds,
    double poisedSigma,
    double lateMeanSeconds,
    double gatePerSecond,
    int holdSeconds,
    double paying,
    double paymentMedianSeconds,
    double returning) {
  /** Rules of a community of the given size: the gate lets the stock through in about a minute. */
  static SaleRules of(int people) {
    return new SaleRules(
        0.45,
        0.6,
        0.03,
        0.5,
        2.0,
        0.8,
        600,
        Math.max(0.5, people / 2_000.0),
        1_800,
        0.88,
        90,
        0.04);
  }
}
