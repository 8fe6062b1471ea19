package groundswell.runner;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.planning.calibrate.LaunchObservation;
import groundswell.schemas.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the log of a launch says of turnout, tries and orders. */
class LaunchReaderTest extends SparkCase {
  private static final Timestamp NOON = Timestamp.from(Instant.parse("2026-03-14T12:00:00Z"));

  @Test
  void who_cancelled_a_reservation_does_not_hold_one() {
    var seen =
        observed(event("reserved", 1, -60), event("unreserved", 1, -50), event("reserved", 2, -40));

    assertThat(seen.reservers()).isEqualTo(1);
  }

  @Test
  void of_the_holders_those_came_who_tried_at_any_time_with_or_without_success() {
    var seen =
        observed(
            event("reserved", 1, -60),
            event("ordered", 1, 5),
            event("reserved", 2, -60),
            event("rejected", 2, 4_000),
            event("reserved", 3, -60),
            event("ordered", 4, 6));

    assertThat(seen.reservers()).isEqualTo(3);
    assertThat(seen.shownUp()).isEqualTo(2);
  }

  @Test
  void a_member_tries_in_the_second_of_the_first_try_and_holders_are_not_told_apart() {
    var seen =
        observed(
            event("reserved", 1, -60),
            event("rejected", 1, 5),
            event("ordered", 1, 9),
            event("rejected", 2, 5),
            event("ordered", 3, 3_600));

    assertThat(seen.attemptsPerSecond()).hasSize(3_600);
    assertThat(seen.attemptsPerSecond()[5]).isEqualTo(2);
    assertThat(Arrays.stream(seen.attemptsPerSecond()).sum()).isEqualTo(2);
  }

  @Test
  void guests_order_units_but_are_not_counted_as_members() {
    var seen = observed(event("ordered", null, 5), event("ordered", 1, 5));

    assertThat(seen.ordersPerSecond()[5]).isEqualTo(2);
    assertThat(seen.attemptsPerSecond()[5]).isEqualTo(1);
  }

  @Test
  void a_launch_that_nobody_came_to_has_no_turnout_and_no_seconds() {
    var seen = observed();

    assertThat(seen.reservers()).isZero();
    assertThat(seen.attemptsPerSecond()).isEmpty();
    assertThat(seen.ordersPerSecond()).isEmpty();
    assertThat(seen.sellOutS()).isEqualTo(7);
  }

  private static LaunchObservation observed(Row... events) {
    Map<Table, Dataset<Row>> tables =
        Map.of(
            Table.MART_LAUNCH,
            table(
                Table.MART_LAUNCH,
                List.of(
                    COMMUNITY_ID,
                    LAUNCH_ID,
                    OPENS_TS,
                    UNITS_ORDERED,
                    UNITS_PAID,
                    UNITS_RETURNED,
                    UNITS_OFFERED,
                    ALLOCATED_OUT_SECONDS),
                row("hamlet", "spring", NOON, 10L, 9L, 1L, 10L, 7L)),
            Table.CORE_FACT_LAUNCH_EVENT,
            table(
                Table.CORE_FACT_LAUNCH_EVENT,
                List.of(COMMUNITY_ID, LAUNCH_ID, KIND, MEMBER_NUMBER, QUANTITY, EVENT_TS),
                events));
    List<LaunchObservation> launches = new LaunchReader(tables::get, "hamlet").launches();
    assertThat(launches).hasSize(1);
    return launches.get(0);
  }

  private static Row event(String kind, Integer member, int seconds) {
    var at = Timestamp.from(NOON.toInstant().plusSeconds(seconds));
    return row("hamlet", "spring", kind, member, 1L, at);
  }
}
