package groundswell.planning.calibrate;

import groundswell.planning.calibrate.InfluenceFit.Hypothesis;

/**
 * Chooses direction and talk window by held-out likelihood: fitted on the adoptions of the first 70
 * % of the window's adopters, judged on the days after. Ties go to the first candidate in the order
 * of the loops.
 */
final class HypothesisChoice {
  private static final int[] TALK_DAYS = {7, 14, 28, 56};
  private static final double FITTED_SHARE = 0.7;

  private HypothesisChoice() {}

  /** The chosen hypothesis and by how much it beat the same with arcs reversed [log-likelihood]. */
  record Choice(Hypothesis hypothesis, double heldOutGain) {}

  static Choice of(AdoptionHistory history, Arcs arcs) {
    int split = splitDay(history);
    AdoptionHistory fitted = history.window(history.firstDay(), split);
    AdoptionHistory heldOut = history.window(split + 1, history.lastDay());
    Hypothesis best = new Hypothesis(Direction.ACTOR_TO_TARGET, 28);
    double bestValue = Double.NEGATIVE_INFINITY;
    double bestReversed = Double.NEGATIVE_INFINITY;
    if (fitted.adopters() < 10 || heldOut.adopters() < 10) {
      return new Choice(best, 0);
    }
    for (int talkDays : TALK_DAYS) {
      double forward = score(fitted, heldOut, arcs, Direction.ACTOR_TO_TARGET, talkDays);
      double backward = score(fitted, heldOut, arcs, Direction.TARGET_TO_ACTOR, talkDays);
      double better = Math.max(forward, backward);
      if (better > bestValue) {
        bestValue = better;
        bestReversed = Math.min(forward, backward);
        best =
            new Hypothesis(
                forward >= backward ? Direction.ACTOR_TO_TARGET : Direction.TARGET_TO_ACTOR,
                talkDays);
      }
    }
    return new Choice(best, bestValue - bestReversed);
  }

  private static double score(
      AdoptionHistory fitted,
      AdoptionHistory heldOut,
      Arcs arcs,
      Direction direction,
      int talkDays) {
    Hypothesis hypothesis = new Hypothesis(direction, talkDays);
    double[] hazards = new InfluenceFit(fitted, arcs, hypothesis).hazards();
    return InfluenceFit.logLikelihood(heldOut, arcs, hypothesis, hazards);
  }

  private static int splitDay(AdoptionHistory history) {
    long[] perDay = history.perDay();
    long wanted = (long) Math.ceil(FITTED_SHARE * history.adopters());
    long seen = 0;
    for (int day = 0; day < perDay.length; day++) {
      seen += perDay[day];
      if (seen >= wanted) {
        return history.firstDay() + day;
      }
    }
    return history.lastDay();
  }
}
