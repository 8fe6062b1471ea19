package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code meta.freshness} and {@code meta.lateness} promise. */
class FreshnessTest extends SparkCase {
  private static final int DAYS = 42;

  @Test
  void the_next_day_of_a_daily_log_is_due_on_the_morrow_or_the_day_after() {
    assertThat(day(DAYS - 2, daily())).isEqualTo(row(1, 5L, 1.0, date(DAYS), date(DAYS + 2), "ok"));
  }

  @Test
  void the_last_day_is_open_and_says_when_the_next_is_due() {
    assertThat(day(DAYS - 1, daily()))
        .isEqualTo(row(null, 5L, 1.0, date(DAYS + 1), date(DAYS + 3), "open"));
  }

  @Test
  void a_day_without_events_makes_the_next_one_late_by_itself_not_yet() {
    long[] days = daily();
    days[36] = 0;
    assertThat(state(35, days)).isEqualTo("ok");

    days[37] = 0;
    assertThat(state(35, days)).isEqualTo("warn");

    days[38] = 0;
    days[39] = 0;
    assertThat(state(35, days)).isEqualTo("fail");
  }

  @Test
  void who_never_works_on_sundays_is_not_late_on_mondays() {
    long[] days = daily();
    for (int sunday = 6; sunday < DAYS; sunday += 7) {
      days[sunday] = 0;
    }

    assertThat(day(33, days)).isEqualTo(row(2, 4L, 2.0, date(37), date(41), "ok"));
  }

  @Test
  void a_young_log_is_never_late() {
    assertThat(day(1, 5, 5)).isEqualTo(row(null, 0L, null, null, null, "open"));
    assertThat(state(0, 5, 5)).isEqualTo("unknown");
  }

  @Test
  void a_warning_comes_once_the_day_is_over_on_which_events_were_due() {
    Dataset<Row> freshness = Freshness.from(Arrivals.of(daily()));
    LocalDate due = Arrivals.MONDAY.plusDays(DAYS + 1);

    assertThat(HealthWarnings.ofFreshness(freshness, due).collectAsList()).isEmpty();
    assertThat(HealthWarnings.ofFreshness(freshness, due.plusDays(1)).collectAsList())
        .containsExactly(
            row(
                "hamlet: no events after 2026-02-15, the next were due by 2026-02-17;"
                    + " see meta.freshness"));
  }

  @Test
  void the_histogram_of_lateness_counts_each_event_of_the_month_once() {
    List<Row> bins =
        Lateness.from(
                Arrivals.of(
                    Arrivals.late(0, 0, 6),
                    Arrivals.late(1, 0, 2),
                    Arrivals.late(1, 86_400, 1),
                    Arrivals.late(1, 172_800, 1)))
            .orderBy(DELAY_FROM_SECONDS)
            .select(DELAY_FROM_SECONDS, EVENTS, EVENT_DAYS, EVENTS_AT_LEAST, EXCEEDANCE)
            .collectAsList();

    assertThat(bins)
        .containsExactly(
            row(0L, 8L, 2L, 10L, 1.0),
            row(86_400L, 1L, 1L, 2L, 0.2),
            row(172_800L, 1L, 1L, 1L, 0.1));
  }

  private static long[] daily() {
    long[] days = new long[DAYS];
    Arrays.fill(days, 5);
    return days;
  }

  private static Date date(int day) {
    return Date.valueOf(Arrivals.MONDAY.plusDays(day));
  }

  private static String state(int day, long... events) {
    return day(day, events).getString(5);
  }

  private static Row day(int day, long... events) {
    Dataset<Row> freshness = Freshness.from(Arrivals.of(events));
    return freshness
        .where(freshness.col(EVENT_DATE).equalTo(date(day)))
        .select(
            WAIT_DAYS, USUAL_DAYS, USUAL_WAIT_DAYS, WARN_AFTER_DATE, FAIL_AFTER_DATE, HEALTH_STATE)
        .first();
  }
}
