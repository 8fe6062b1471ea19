package groundswell.jobs.marts.commerce;

import java.time.LocalDate;

/** Months as whole numbers, from January of the year 0; days as days since 1970. */
final class Months {
  /** Longest span of a cohort that is looked at [months]. */
  static final int MOST = 12;

  private static final int YEAR = 12;
  private static final int MIDDLE = 15;

  private Months() {}

  static int of(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return YEAR * date.getYear() + date.getMonthValue() - 1;
  }

  static int firstDay(int month) {
    return day(month, 1);
  }

  /** The 15th. */
  static int middle(int month) {
    return day(month, MIDDLE);
  }

  /**
   * The same day k months later, for k from 0 to {@link #MOST}; the last day where there is none.
   */
  static int[] later(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    int[] days = new int[MOST + 1];
    for (int k = 0; k <= MOST; k++) {
      days[k] = Math.toIntExact(date.plusMonths(k).toEpochDay());
    }
    return days;
  }

  private static int day(int month, int dayOfMonth) {
    LocalDate date =
        LocalDate.of(Math.floorDiv(month, YEAR), Math.floorMod(month, YEAR) + 1, dayOfMonth);
    return Math.toIntExact(date.toEpochDay());
  }
}
