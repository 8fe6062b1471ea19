package groundswell.generate.world;

import groundswell.generate.Parameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the log: their dates, their instants [microseconds UTC], builds, campaigns and sales. */
public final class Calendar {
  public static final long SECOND = 1_000_000L;
  public static final long HOUR = 3_600 * SECOND;

  private final LocalDate from;
  private final ZoneId zone;
  private final int days;
  private final long[] begins; // [days + 1]
  private final boolean[] buildDays; // [days]
  private final double[] weekdays; // [days]

  public Calendar(Parameters parameters) {
    from = parameters.from();
    zone = parameters.zone();
    days = parameters.days();
    begins = new long[days + 1];
    buildDays = new boolean[days];
    weekdays = new double[days];
    for (int day = 0; day <= days; day++) {
      begins[day] = date(day).atStartOfDay(zone).toEpochSecond() * SECOND;
    }
    for (int day = 0; day < days; day++) {
      buildDays[day] = isFriday(day) || day == firstFriday();
      weekdays[day] = busy(date(day).getDayOfWeek());
    }
  }

  public int days() {
    return days;
  }

  public ZoneId zone() {
    return zone;
  }

  public LocalDate date(int day) {
    return from.plusDays(day);
  }

  /** Local midnight at which a day begins; a day after the last begins when no chain is read. */
  public long begin(int day) {
    return day <= days ? begins[day] : begins[days] + (day - days) * 24L * HOUR;
  }

  /** Last microsecond of a day. */
  public long last(int day) {
    return begin(day + 1) - 1;
  }

  public boolean contains(int day) {
    return day >= 0 && day < days;
  }

  private boolean isFriday(int day) {
    return date(day).getDayOfWeek() == DayOfWeek.FRIDAY;
  }

  /** First Friday, or the first day where the log has none. */
  private int firstFriday() {
    for (int day = 0; day < days; day++) {
      if (isFriday(day)) {
        return day;
      }
    }
    return 0;
  }

  /** True on a day when a build is released. */
  public boolean isBuildDay(int day) {
    return buildDays[day];
  }

  /** True while an advertising campaign runs: two, each of 8 % of the days. */
  public boolean isCampaign(int day) {
    double share = (day + 0.5) / days;
    return (share > 0.30 && share < 0.38) || (share > 0.62 && share < 0.70);
  }

  /** Day of a flash sale; the first at half time, the second at three quarters. */
  public int saleDay(int sale) {
    return (int) (days * (sale == 0 ? 0.5 : 0.75));
  }

  /** How busy a weekday is, the week's mean being 1. */
  public double weekday(int day) {
    return weekdays[day];
  }

  private static double busy(DayOfWeek day) {
    return switch (day) {
      case MONDAY, TUESDAY, WEDNESDAY -> 0.90;
      case THURSDAY -> 0.95;
      case FRIDAY -> 1.10;
      case SATURDAY -> 1.15;
      case SUNDAY -> 1.10;
    };
  }
}
