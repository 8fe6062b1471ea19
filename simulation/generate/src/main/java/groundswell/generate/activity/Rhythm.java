package groundswell.generate.activity;

import groundswell.generate.world.Calendar;
import groundswell.generate.world.Dice;
import java.util.Arrays;

/** When in a day people act: little at night, a peak after dinner, each by the clock at home. */
final class Rhythm {
  private static final double[] BY_HOUR = {
    2.2, 1.2, 0.7, 0.4, 0.3, 0.5, 1.2, 2.6, 4.0, 5.0, 5.2, 5.3,
    5.6, 5.0, 4.8, 4.8, 4.9, 5.2, 5.6, 6.4, 7.4, 8.0, 7.4, 4.6
  };
  private static final double[] UP_TO = cumulative();

  private Rhythm() {}

  /** An instant of a day by the rhythm of a city that many hours from the community's clock. */
  static long instant(Dice dice, Calendar calendar, int day, int hoursFromHome) {
    double mark = dice.uniform() * UP_TO[UP_TO.length - 1];
    int found = Arrays.binarySearch(UP_TO, mark);
    int hour = Math.floorMod((found < 0 ? -found - 1 : found) - hoursFromHome, BY_HOUR.length);
    long within = (long) (dice.uniform() * Calendar.HOUR);
    return Math.min(calendar.last(day), calendar.begin(day) + hour * Calendar.HOUR + within);
  }

  private static double[] cumulative() {
    double[] upTo = BY_HOUR.clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    return upTo;
  }
}
