package groundswell.planning.calibrate;

import java.util.Arrays;

/**
 * Who could adopt from when, and who did. Day numbers count from the epoch. Arrays are handed over
 * once and never written again; all have one entry per member.
 *
 * @param atRiskFrom first day on which the member could adopt
 * @param atRiskUntil last day on which the member could adopt, by leaving or by the window's end
 * @param adoptedDay day of adoption, or {@link #NEVER}
 * @param firstDay first day of the window
 * @param lastDay last day of the window; later adoptions are not read
 */
public record AdoptionHistory(
    int[] atRiskFrom, int[] atRiskUntil, int[] adoptedDay, int firstDay, int lastDay) {
  /** Adoption day of a member who has not adopted. */
  public static final int NEVER = Integer.MAX_VALUE;

  public int members() {
    return adoptedDay.length;
  }

  /** Adopters inside the window. */
  public int adopters() {
    return (int) Arrays.stream(adoptedDay).filter(day -> day >= firstDay && day <= lastDay).count();
  }

  /** The same members seen through another window. */
  AdoptionHistory window(int from, int until) {
    return new AdoptionHistory(atRiskFrom, atRiskUntil, adoptedDay, from, until);
  }

  /** The same members with other adoption days, for the shuffle test. */
  AdoptionHistory withAdoptedDay(int[] shuffled) {
    return new AdoptionHistory(atRiskFrom, atRiskUntil, shuffled, firstDay, lastDay);
  }

  boolean adoptsInWindow(int member) {
    int day = adoptedDay[member];
    return day >= entry(member) && day <= exit(member);
  }

  /** First day at risk inside the window. */
  int entry(int member) {
    return Math.max(atRiskFrom[member], firstDay);
  }

  /** Last day at risk inside the window if the member does not adopt. */
  int exit(int member) {
    return Math.min(atRiskUntil[member], lastDay);
  }

  /**
   * Last day on which the member was at risk and did not adopt; before entry when there is none.
   */
  int lastDayWithout(int member) {
    return Math.min(exit(member), adoptedDay[member] - 1);
  }

  /** Adopters per day of the window. */
  long[] perDay() {
    long[] perDay = new long[lastDay - firstDay + 1];
    for (int day : adoptedDay) {
      if (day >= firstDay && day <= lastDay) {
        perDay[day - firstDay]++;
      }
    }
    return perDay;
  }
}
