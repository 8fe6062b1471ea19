package groundswell.jobs.marts.commerce;

import static groundswell.jobs.marts.commerce.LaunchRows.event;
import static groundswell.jobs.marts.commerce.LaunchRows.events;
import static groundswell.jobs.marts.commerce.LaunchRows.scheduled;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.launch_curve} promises, one sentence per test. */
class LaunchCurveTest extends SparkCase {
  @Test
  void seconds_add_up_what_happened_in_them_and_totals_run_on() {
    assertThat(
            curve(
                scheduled(),
                event("ordered", 1, 2, 0),
                event("ordered", 2, 1, 3),
                event("paid", 1, 2, 3),
                event("rejected", 3, 1, 5)))
        .containsExactly(
            row(0L, 1, 2L, 0L, 0L, 2L, 0L, 0L),
            row(3L, 1, 1L, 2L, 0L, 3L, 2L, 0L),
            row(5L, 1, 0L, 0L, 1L, 3L, 2L, 1L));
  }

  @Test
  void after_the_first_hour_a_step_is_a_minute() {
    assertThat(
            curve(
                scheduled(),
                event("ordered", 1, 1, 3599),
                event("ordered", 2, 1, 3600),
                event("ordered", 3, 1, 3659)))
        .containsExactly(
            row(3599L, 1, 1L, 0L, 0L, 1L, 0L, 0L), row(3600L, 60, 2L, 0L, 0L, 3L, 0L, 0L));
  }

  @Test
  void what_comes_before_the_opening_is_told_by_the_minute_below_zero() {
    assertThat(curve(scheduled(), event("ordered", 1, 1, -1)))
        .containsExactly(row(-60L, 60, 1L, 0L, 0L, 1L, 0L, 0L));
  }

  @Test
  void totals_of_another_launch_begin_with_nothing() {
    Dataset<Row> sale = events(scheduled(), event("ordered", 1, 2, 0));

    assertThat(curve(sale.union(sale.withColumn(LAUNCH_ID, lit("next")))))
        .containsExactly(row(0L, 1, 2L, 0L, 0L, 2L, 0L, 0L), row(0L, 1, 2L, 0L, 0L, 2L, 0L, 0L));
  }

  private static List<Row> curve(Row... rows) {
    return curve(events(rows));
  }

  private static List<Row> curve(Dataset<Row> launchEvents) {
    return LaunchCurve.from(launchEvents)
        .orderBy(OFFSET_SECONDS)
        .drop(COMMUNITY_ID, LAUNCH_ID)
        .collectAsList();
  }
}
