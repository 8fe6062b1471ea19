package groundswell.planning.simulate;

/**
 * What buyers want in each round, draw by draw, before anybody is turned away. Arrays are handed
 * over once and never written again.
 *
 * @param rounds number of rounds
 * @param signal reservations counted before the opening [draw]
 * @param fresh members who come for the first time in a round [draw x round]
 * @param unpaid share of allocated orders that are never paid [draw]
 * @param costDecline share by which the component cost falls [draw, 1/month]
 */
public record DemandPaths(
    int rounds, double[] signal, double[] fresh, double[] unpaid, double[] costDecline) {
  public DemandPaths {
    if (fresh.length != signal.length * rounds) {
      throw new IllegalArgumentException(
          "fresh must hold %d draws x %d rounds but holds %d numbers"
              .formatted(signal.length, rounds, fresh.length));
    }
  }

  public int draws() {
    return signal.length;
  }

  public double fresh(int draw, int round) {
    return fresh[draw * rounds + round];
  }

  /** Everybody who comes in any round of a draw. */
  public double total(int draw) {
    double sum = 0;
    for (int round = 0; round < rounds; round++) {
      sum += fresh(draw, round);
    }
    return sum;
  }

  /** The draws from {@code from} (inclusive) to {@code to} (exclusive). */
  public DemandPaths slice(int from, int to) {
    return new DemandPaths(
        rounds,
        java.util.Arrays.copyOfRange(signal, from, to),
        java.util.Arrays.copyOfRange(fresh, from * rounds, to * rounds),
        java.util.Arrays.copyOfRange(unpaid, from, to),
        java.util.Arrays.copyOfRange(costDecline, from, to));
  }
}
