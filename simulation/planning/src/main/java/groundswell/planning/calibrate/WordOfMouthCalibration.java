package groundswell.planning.calibrate;

import groundswell.kernels.statistics.Interval;
import groundswell.planning.bundle.Estimate;
import groundswell.planning.calibrate.HypothesisChoice.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the adoptions of one community say about its word of mouth.
 *
 * @param direction which way arcs carry, by held-out likelihood
 * @param talkDays how long an adopter talks, by held-out likelihood [days]
 * @param estimates influence per tie class, external hazard and share, shuffle test, Bass
 */
public record WordOfMouthCalibration(Direction direction, int talkDays, List<Estimate> estimates) {
  private static final String SUBJECT = "word_of_mouth";

  public WordOfMouthCalibration {
    estimates = List.copyOf(estimates);
  }

  /** Fits all of it; with fewer than ten adopters there is little to say and intervals are wide. */
  public static WordOfMouthCalibration of(AdoptionHistory history, Arcs arcs) {
    Choice choice = HypothesisChoice.of(history, arcs);
    InfluenceFit fit = new InfluenceFit(history, arcs, choice.hypothesis());
    List<Estimate> estimates = new ArrayList<>(fit.estimates());
    estimates.add(share("external_share", fit.externalShare(), history));
    estimates.addAll(shuffle(history, arcs, choice));
    estimates.add(
        exact(
            "direction_gain",
            "log-likelihood",
            choice.heldOutGain(),
            history,
            "held-out gain of the chosen direction over the other"));
    estimates.addAll(BassFit.of(history.perDay()));
    return new WordOfMouthCalibration(
        choice.hypothesis().direction(), choice.hypothesis().talkDays(), estimates);
  }

  private static List<Estimate> shuffle(AdoptionHistory history, Arcs arcs, Choice choice) {
    ShuffleTest test = ShuffleTest.of(history, arcs, choice.hypothesis());
    double[] shuffled = test.shuffled();
    return List.of(
        exact("influence_mean", "1/day", test.observed(), history, "mean over exposures"),
        new Estimate(
            SUBJECT,
            "influence_shuffled",
            "1/day",
            test.medianShuffled(),
            shuffled[0],
            shuffled[shuffled.length - 1],
            InfluenceFit.LEVEL,
            history.adopters(),
            "median and range of %d shuffles of the adoption days".formatted(shuffled.length)),
        exact(
            "shuffle_p_value",
            "1",
            test.pValue(),
            history,
            "chance of so much influence if order in time did not matter"));
  }

  private static Estimate share(String parameter, double value, AdoptionHistory history) {
    long n = Math.max(1, history.adopters());
    Interval ends = Interval.ofShare(Math.round(value * n), n, InfluenceFit.LEVEL);
    return new Estimate(
        SUBJECT,
        parameter,
        "1",
        value,
        Math.min(value, ends.low()),
        Math.max(value, ends.high()),
        InfluenceFit.LEVEL,
        n,
        "credit of competing hazards");
  }

  /** A statistic of the fit itself: it has no sampling interval of its own. */
  private static Estimate exact(
      String parameter, String unit, double value, AdoptionHistory history, String method) {
    return new Estimate(
        SUBJECT,
        parameter,
        unit,
        value,
        value,
        value,
        InfluenceFit.LEVEL,
        history.adopters(),
        method);
  }
}
