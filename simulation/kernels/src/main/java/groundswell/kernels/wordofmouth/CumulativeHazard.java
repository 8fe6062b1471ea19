package groundswell.kernels.wordofmouth;

import java.util.List;

/** Cumulative hazards by day, one row per tie class and one for advertising; day 0 is 0. */
final class CumulativeHazard {
  private final int days;
  private final double[] table; // [rows][days + 1]

  private CumulativeHazard(int days, int rows) {
    this.days = days;
    this.table = new double[rows * (days + 1)];
  }

  static CumulativeHazard ofTies(int days, List<TieRate> rates) {
    var hazards = new CumulativeHazard(days, rates.size());
    for (int row = 0; row < rates.size(); row++) {
      for (int day = 1; day <= days; day++) {
        hazards.set(row, day, rates.get(row).on(day));
      }
    }
    return hazards;
  }

  static CumulativeHazard ofAdvertising(int days, double[] perDay) {
    var hazards = new CumulativeHazard(days, 1);
    for (int day = 1; day <= days; day++) {
      hazards.set(0, day, day <= perDay.length ? perDay[day - 1] : 0);
    }
    return hazards;
  }

  private void set(int row, int day, double hazard) {
    int cell = row * (days + 1) + day;
    table[cell] = table[cell - 1] + hazard;
  }

  /** Hazard gathered from the end of day {@code start} to the end of day {@code last}. */
  double between(int row, int start, int last) {
    int from = row * (days + 1);
    return table[from + last] - table[from + start];
  }

  /**
   * First day in (start, last] by whose end {@code needed} has gathered; last if rounding hides it.
   */
  int dayOf(int row, int start, int last, double needed) {
    int from = row * (days + 1);
    double already = table[from + start];
    int low = start + 1;
    int high = last;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (table[from + middle] - already >= needed) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
