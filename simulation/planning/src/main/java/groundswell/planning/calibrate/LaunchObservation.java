package groundswell.planning.calibrate;

/**
 * What the log says of one launch: counts, not rates.
 *
 * @param launchId launch
 * @param reservers members with a reservation that still stood at the opening
 * @param shownUp of these, members who tried to buy
 * @param ordered units allocated (in the cart), paid or not
 * @param paid units paid
 * @param returned units that came back after payment
 * @param offered units opened for sale
 * @param sellOutS seconds from the opening to the last unit, or NaN when the sale did not sell out
 * @param attemptsPerSecond members who tried for the first time, by second after the opening
 * @param ordersPerSecond units allocated, by second after the opening
 */
public record LaunchObservation(
    String launchId,
    long reservers,
    long shownUp,
    long ordered,
    long paid,
    long returned,
    long offered,
    double sellOutS,
    long[] attemptsPerSecond,
    long[] ordersPerSecond) {}
