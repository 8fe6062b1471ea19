package groundswell.generate.world;

import groundswell.generate.Parameters;

/**
 * What is true of the community and what a calibration ought to find again. Hazards are per day and
 * additive: a member at risk joins or adopts on a day with probability 1 − exp(−Σ hazards).
 *
 * @param joining hazards of joining; neighbours are those who joined within the talk window
 * @param adopting hazards of the first phone; neighbours are those who adopted within the window
 * @param leaving hazard of leaving [1/day]
 * @param firstSaleDay day on which the phone can be bought at all [days from the first]
 */
public record TrueParameters(Hazards joining, Hazards adopting, double leaving, int firstSaleDay) {
  /**
   * Hazards [1/day].
   *
   * @param external from outside, always there
   * @param advertising added to {@code external} while a campaign runs
   * @param strong added per strong tie to somebody who talks
   * @param weak added per weak tie to somebody who talks
   * @param broadcast added per followed member who talks
   * @param talkDays how long somebody talks, from the day after joining or adopting [days]
   */
  public record Hazards(
      double external,
      double advertising,
      double strong,
      double weak,
      double broadcast,
      int talkDays) {}

  /** The parameters of a community that runs through its whole calendar in the asked days. */
  public static TrueParameters of(Parameters parameters) {
    double pace = parameters.pace();
    int talkDays = (int) Math.max(3, Math.round(28 / pace));
    Hazards joining =
        new Hazards(
            0.0025 * pace, 0.006 * pace, 0.010 * pace, 0.004 * pace, 0.001 * pace, talkDays);
    Hazards adopting =
        new Hazards(
            0.0015 * pace, 0.002 * pace, 0.012 * pace, 0.005 * pace, 0.002 * pace, talkDays);
    int firstSaleDay = (int) Math.round(parameters.days() * 0.15);
    return new TrueParameters(joining, adopting, 0.0008 * pace, firstSaleDay);
  }
}
