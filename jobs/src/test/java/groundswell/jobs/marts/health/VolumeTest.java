package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.sql.Date;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code meta.volume} promises, one sentence per test. */
class VolumeTest extends SparkCase {
  private static final int WEEKS = 6;
  private static final int LAST = 7 * WEEKS - 1;

  @Test
  void a_day_like_its_weekday_before_is_well() {
    assertThat(day(LAST - 1, steady(100))).isEqualTo(row(100L, false, 5L, 100.0, "ok"));
  }

  @Test
  @Tag("guarantee-21")
  void an_empty_day_has_a_row_and_fails() {
    assertThat(day(LAST - 1, with(LAST - 1, 0, steady(100))))
        .isEqualTo(row(0L, false, 5L, 100.0, "fail"));
  }

  @Test
  @Tag("guarantee-21")
  void a_day_of_ten_times_the_usual_fails() {
    assertThat(day(LAST - 1, with(LAST - 1, 1_000, steady(100))))
        .isEqualTo(row(1_000L, false, 5L, 100.0, "fail"));
  }

  @Test
  void less_than_half_and_more_than_twice_the_usual_is_a_warning() {
    assertThat(state(LAST - 1, with(LAST - 1, 49, steady(100)))).isEqualTo("warn");
    assertThat(state(LAST - 1, with(LAST - 1, 50, steady(100)))).isEqualTo("ok");
    assertThat(state(LAST - 1, with(LAST - 1, 201, steady(100)))).isEqualTo("warn");
    assertThat(state(LAST - 1, with(LAST - 1, 200, steady(100)))).isEqualTo("ok");
  }

  @Test
  void weekdays_are_compared_with_their_own() {
    long[] shop = steady(100);
    for (int sunday = 6; sunday <= LAST; sunday += 7) {
      shop[sunday] = 0;
    }
    shop[LAST] = 3; // the log goes on, so that the day before the last Sunday is over

    assertThat(day(LAST - 7, shop)).isEqualTo(row(0L, false, 4L, 0.0, "ok"));
    assertThat(state(LAST - 6, shop)).isEqualTo("ok");
  }

  @Test
  void three_weeks_do_not_say_what_is_usual() {
    assertThat(day(21, steady(100))).isEqualTo(row(100L, false, 3L, null, "unknown"));
    assertThat(state(28, steady(100))).isEqualTo("ok");
  }

  @Test
  void of_few_events_no_number_is_out_of_band_by_chance() {
    assertThat(state(LAST - 1, with(LAST - 1, 0, steady(3)))).isEqualTo("ok");
    assertThat(state(LAST - 1, with(LAST - 1, 9, steady(3)))).isEqualTo("ok");
    assertThat(state(LAST - 1, with(LAST - 1, 30, steady(3)))).isEqualTo("fail");
  }

  @Test
  @Tag("guarantee-8")
  void the_last_day_is_provisional_and_cannot_have_too_few() {
    assertThat(day(LAST, with(LAST, 1, steady(100)))).isEqualTo(row(1L, true, 5L, 100.0, "ok"));
    assertThat(state(LAST, with(LAST, 1_000, steady(100)))).isEqualTo("fail");
  }

  @Test
  void a_warning_says_how_many_recent_days_and_the_latest_of_them() {
    long[] events = with(LAST - 1, 0, with(LAST - 2, 900, steady(100)));

    assertThat(HealthWarnings.ofVolume(Volume.from(Arrivals.of(events))).collectAsList())
        .containsExactly(
            row(
                "hamlet: 2 of the last 7 days out of band, e.g. 2026-02-14 with 0 events where"
                    + " 100 are usual (fail); see meta.volume"));
  }

  @Test
  void old_days_out_of_band_are_in_the_table_and_no_warning() {
    long[] events = with(28, 0, steady(100));

    assertThat(state(28, events)).isEqualTo("fail");
    assertThat(HealthWarnings.ofVolume(Volume.from(Arrivals.of(events))).collectAsList()).isEmpty();
  }

  private static long[] steady(long events) {
    long[] days = new long[7 * WEEKS];
    Arrays.fill(days, events);
    return days;
  }

  private static long[] with(int day, long events, long[] days) {
    days[day] = events;
    return days;
  }

  private static String state(int day, long... events) {
    return day(day, events).getString(4);
  }

  private static Row day(int day, long... events) {
    Dataset<Row> volume = Volume.from(Arrivals.of(events));
    return volume
        .where(volume.col(EVENT_DATE).equalTo(Date.valueOf(Arrivals.MONDAY.plusDays(day))))
        .select(EVENTS, IS_PROVISIONAL, USUAL_DAYS, USUAL_EVENTS, HEALTH_STATE)
        .first();
  }
}
