package groundswell.kernels.wordofmouth;

import groundswell.kernels.Require;
import java.util.List;

/**
 * Everything a word-of-mouth run needs beside the network. Days are counted from 1; day 0 is the
 * state before the run. See {@code docs/models/word-of-mouth.md}.
 *
 * @param horizonDays T [days], in [0, 36,500]
 * @param tieRates one rate per tie class; the index is the tie class of the network's arcs
 * @param advertisingPerDay alpha(t), external hazard of day 1, 2, … [1/day]; beyond its end 0
 * @param talkWindowDays W, days an adopter talks, beginning the day after the adoption, &ge; 1
 * @param adoption what members make of the news
 * @param seedProgramme stages in any order; of two stages on one day the first is invited first
 * @param initialAdopters member numbers that have adopted before day 1 and begin to talk on it
 */
public record WordOfMouthParameters(
    int horizonDays,
    List<TieRate> tieRates,
    double[] advertisingPerDay,
    int talkWindowDays,
    Adoption adoption,
    List<SeedStage> seedProgramme,
    int[] initialAdopters) {

  /** A talk window without end. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  public WordOfMouthParameters {
    Require.between("horizonDays", horizonDays, 0, 36_500);
    Require.between("talkWindowDays", talkWindowDays, 1, ALWAYS);
    Require.between("number of tie classes", tieRates.size(), 0, 200);
    tieRates = List.copyOf(tieRates);
    seedProgramme = List.copyOf(seedProgramme);
    advertisingPerDay = advertisingPerDay.clone();
    initialAdopters = initialAdopters.clone();
    for (double hazard : advertisingPerDay) {
      Require.notNegative("advertisingPerDay", hazard);
    }
  }

  /** Word of mouth alone: no advertising, no seeds, everybody convinced and satisfied for good. */
  public static WordOfMouthParameters of(int horizonDays, TieRate... tieRates) {
    return new WordOfMouthParameters(
        horizonDays,
        List.of(tieRates),
        new double[0],
        ALWAYS,
        Adoption.certain(),
        List.of(),
        new int[0]);
  }

  /** With this advertising hazard on day 1, 2, … [1/day]. */
  public WordOfMouthParameters withAdvertising(double... hazardPerDay) {
    return new WordOfMouthParameters(
        horizonDays,
        tieRates,
        hazardPerDay,
        talkWindowDays,
        adoption,
        seedProgramme,
        initialAdopters);
  }

  /** With this talk window [days]. */
  public WordOfMouthParameters withTalkWindow(int days) {
    return new WordOfMouthParameters(
        horizonDays, tieRates, advertisingPerDay, days, adoption, seedProgramme, initialAdopters);
  }

  /** With this way to decide. */
  public WordOfMouthParameters withAdoption(Adoption other) {
    return new WordOfMouthParameters(
        horizonDays,
        tieRates,
        advertisingPerDay,
        talkWindowDays,
        other,
        seedProgramme,
        initialAdopters);
  }

  /** With this seed programme; an empty one is the run "without seeds". */
  public WordOfMouthParameters withSeedProgramme(List<SeedStage> stages) {
    return new WordOfMouthParameters(
        horizonDays,
        tieRates,
        advertisingPerDay,
        talkWindowDays,
        adoption,
        stages,
        initialAdopters);
  }

  /** With these adopters before day 1. */
  public WordOfMouthParameters withInitialAdopters(int... members) {
    return new WordOfMouthParameters(
        horizonDays, tieRates, advertisingPerDay, talkWindowDays, adoption, seedProgramme, members);
  }

  @Override
  public double[] advertisingPerDay() {
    return advertisingPerDay.clone();
  }

  @Override
  public int[] initialAdopters() {
    return initialAdopters.clone();
  }

  /** Fails in a sentence when the parameters do not fit a network. */
  void checkFits(int members, int tieClasses) {
    if (tieClasses > tieRates.size()) {
      throw new IllegalArgumentException(
          "The network has tie classes up to %d but only %d tie rates are given"
              .formatted(tieClasses - 1, tieRates.size()));
    }
    checkMembers("initialAdopters", initialAdopters, members);
    for (SeedStage stage : seedProgramme) {
      checkMembers("candidates of stage " + stage.name(), stage.candidates(), members);
    }
  }

  private static void checkMembers(String name, int[] numbers, int members) {
    var seen = new java.util.BitSet(members);
    for (int number : numbers) {
      if (number < 0 || number >= members) {
        throw new IllegalArgumentException(
            "%s must be member numbers in [0, %d) but one is %d".formatted(name, members, number));
      }
      if (seen.get(number)) {
        throw new IllegalArgumentException("%s names member %d twice".formatted(name, number));
      }
      seen.set(number);
    }
  }
}
