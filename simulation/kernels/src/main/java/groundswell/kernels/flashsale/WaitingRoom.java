package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/**
 * A gate with a finite waiting room, random arrivals and random service (M/M/1/K), in closed form:
 * Kendall (1953), doi:10.1214/aoms/1177728975. A quick answer to "how many visitors see an error
 * page?" before anything is simulated.
 */
public final class WaitingRoom {
  private WaitingRoom() {}

  /**
   * Share of orders turned away: (1 - r) r^K / (1 - r^(K + 1)).
   *
   * @param load r, arrivals per order the gate could serve [1], &gt; 0
   * @param places K, orders in the room, the one being served included, &ge; 1
   */
  public static double turnedAway(double load, int places) {
    Require.positive("load", load);
    Require.between("places", places, 1, 1_000_000);
    double weight = 1; // of i orders in the room, r^i, scaled so that the largest stays near 1
    double sum = 1;
    for (int i = 1; i <= places; i++) {
      weight *= load;
      sum += weight;
      if (sum > 1e100) {
        weight /= sum;
        sum = 1;
      }
    }
    return weight / sum;
  }
}
