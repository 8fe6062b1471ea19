package groundswell.planning.scenario;

import java.util.OptionalDouble;

/**
 * What the plan maximises: (1 - weight) x mean profit + weight x mean profit of the worst draws.
 *
 * @param cvarAlpha the worst 1 - alpha of the draws are the tail
 * @param cvarWeight weight of the tail; 0 is risk neutral
 * @param minFillRate least mean share of wanting members who get one
 * @param signalBins reactive builds prepared, one per range of the signal
 * @param naiveShare stock as a share of reservations in the naive comparison
 */
public record Objective(
    String maximise,
    double cvarAlpha,
    double cvarWeight,
    OptionalDouble minFillRate,
    int signalBins,
    double naiveShare) {
  /** The same objective with another weight of the tail. */
  public Objective weighing(double weight) {
    return new Objective(maximise, cvarAlpha, weight, minFillRate, signalBins, naiveShare);
  }

  /** The same objective with another number of reactive builds. */
  public Objective withBins(int bins) {
    return new Objective(maximise, cvarAlpha, cvarWeight, minFillRate, bins, naiveShare);
  }
}
