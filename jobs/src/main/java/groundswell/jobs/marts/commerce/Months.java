package groundswell.jobs.marts.commerce;

import java.time.LocalDate;

/** Months as whole numbers, from January of the year 0; days as days since 1970. */
final class Months {
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

  /** The same day k months later, for k from 0 on; the last of the month where there is none. */
  static int[] later(int day, int most) {
    LocalDate date = LocalDate.ofEpochDay(day);
    int[] days = new int[most + 1];
    for (int k = 0; k <= most; k++) {
      days[k] = Math.toIntExact(date.plusMonths(k).toEpochDay());
    }
    return days;
  }

  /** Whether data up to a day show k months of who began on the first of a month. */
  static boolean haveBegun(int month, int k, int lastDate) {
    return later(firstDay(month), k)[k] <= lastDate;
  }

  private static int day(int month, int dayOfMonth) {
    LocalDate date =
        LocalDate.of(Math.floorDiv(month, YEAR), Math.floorMod(month, YEAR) + 1, dayOfMonth);
    return Math.toIntExact(date.toEpochDay());
  }
}
