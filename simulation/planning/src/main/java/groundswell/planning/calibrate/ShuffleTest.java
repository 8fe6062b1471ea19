package groundswell.planning.calibrate;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.KeyedRandom;
import java.util.Arrays;

/**
 * Influence or likeness? Adoption days are shuffled among the adopters: who adopts and who knows
 * whom stay, only the order in time goes. Influence that survives the shuffle is likeness of
 * friends, not word of mouth (Anagnostopoulos, Kumar and Mahdian 2008,
 * doi:10.1145/1401890.1401897).
 *
 * @param observed mean influence over all exposures [1/day]
 * @param shuffled the same on shuffled days, sorted, one per shuffle
 */
record ShuffleTest(double observed, double[] shuffled) {
  static final int SHUFFLES = 19; // the largest of 20 has a chance of 5 % under the null

  static ShuffleTest of(AdoptionHistory history, Arcs arcs, InfluenceFit.Hypothesis hypothesis) {
    double[] shuffled = new double[SHUFFLES];
    for (int i = 0; i < SHUFFLES; i++) {
      AdoptionHistory mixed = history.withAdoptedDay(shuffle(history, i));
      shuffled[i] = meanInfluence(mixed, arcs, hypothesis);
    }
    Arrays.sort(shuffled);
    return new ShuffleTest(meanInfluence(history, arcs, hypothesis), shuffled);
  }

  /** Chance of an influence at least as large if order in time did not matter. */
  double pValue() {
    long asLarge = Arrays.stream(shuffled).filter(value -> value >= observed).count();
    return (1.0 + asLarge) / (1 + shuffled.length);
  }

  double medianShuffled() {
    return shuffled[shuffled.length / 2];
  }

  private static int[] shuffle(AdoptionHistory history, int replication) {
    int[] days = history.adoptedDay().clone();
    int[] adopters =
        java.util.stream.IntStream.range(0, days.length).filter(history::adoptsInWindow).toArray();
    KeyedRandom random = new KeyedRandom(Draws.key(0, replication, 1));
    for (int i = adopters.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = days[adopters[i]];
      days[adopters[i]] = days[adopters[j]];
      days[adopters[j]] = kept;
    }
    return days;
  }

  private static double meanInfluence(
      AdoptionHistory history, Arcs arcs, InfluenceFit.Hypothesis hypothesis) {
    InfluenceFit fit = new InfluenceFit(history, arcs, hypothesis);
    double[] hazards = fit.hazards();
    Exposure exposure = fit.exposure();
    double weighted = 0;
    double total = 0;
    for (int cause = 1; cause < hazards.length; cause++) {
      weighted += hazards[cause] * exposure.withoutAdoption()[cause];
      total += exposure.withoutAdoption()[cause];
    }
    return total == 0 ? 0 : weighted / total;
  }
}
