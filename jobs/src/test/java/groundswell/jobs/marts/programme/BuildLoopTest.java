package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.build_loop} promises, one sentence per test. */
class BuildLoopTest extends SparkCase {
  private static final Instant RELEASE = Instant.parse("2026-03-06T08:00:00Z");
  private static final long HOUR = 3600;

  @Test
  void adoption_is_the_share_of_the_ring_that_installed_in_time() {
    var events =
        events(
            event("released", null, 0),
            event("installed", 1, 24 * HOUR),
            event("installed", 2, 24 * HOUR + 1),
            event("installed", 3, 8 * 24 * HOUR));

    assertThat(whole(events, ELIGIBLE, INSTALLS, ADOPTION_24H_RATE, ADOPTION_7D_RATE))
        .containsExactly(row(4L, 3L, 0.25, 0.5));
  }

  @Test
  void a_member_who_installs_twice_installed_once_at_the_first_time() {
    var events =
        events(event("released", null, 0), event("installed", 1, 90), event("installed", 1, 30));

    assertThat(whole(events, INSTALLS, LATENCY_SECONDS_P50)).containsExactly(row(1L, 30L));
  }

  @Test
  void latencies_are_nearest_rank_percentiles() {
    Row[] rows =
        IntStream.rangeClosed(0, 10)
            .mapToObj(n -> n == 0 ? event("released", null, 0) : event("installed", n, 10L * n))
            .toArray(Row[]::new);

    assertThat(whole(events(rows), LATENCY_SECONDS_P50, LATENCY_SECONDS_P90))
        .containsExactly(row(50L, 90L));
  }

  @Test
  void only_the_last_vote_of_a_member_on_a_part_counts() {
    var events =
        events(
            vote("vote_down", 1, "camera", 10),
            vote("vote_up", 1, "camera", 20),
            vote("vote_up", 2, "camera", 10),
            vote("vote_down", 1, "battery", 10));

    assertThat(
            loop(events)
                .orderBy(COMPONENT)
                .select(COMPONENT, VOTERS, VOTES_UP, VOTES_DOWN)
                .collectAsList())
        .containsExactly(
            row("all", 2L, 2L, 1L), row("battery", 1L, 0L, 1L), row("camera", 2L, 2L, 0L));
  }

  @Test
  void turnout_counts_everybody_who_held_the_ring_in_the_week_of_the_release() {
    var events = events(event("released", null, 0), vote("vote_up", 1, "camera", 10));

    assertThat(whole(events, VOTERS, ELIGIBLE, TURNOUT_RATE)).containsExactly(row(1L, 4L, 0.25));
  }

  @Test
  void who_releases_a_build_is_not_thereby_eligible() {
    assertThat(whole(events(event("released", 99, 0)), ELIGIBLE)).containsExactly(row(4L));
  }

  @Test
  void a_ring_without_a_release_of_its_own_counts_from_the_first_release_of_the_build() {
    var events = events(event("released", null, 0), ofRing("core", event("installed", 9, 60)));

    assertThat(
            loop(events)
                .filter("ring = 'core'")
                .select(LATENCY_SECONDS_P50, ELIGIBLE)
                .collectAsList())
        .containsExactly(row(60L, 1L));
  }

  @Test
  void a_build_that_was_never_seen_released_has_installs_and_no_adoption() {
    assertThat(whole(events(event("installed", 1, 0)), INSTALLS, ADOPTION_24H_RATE, RELEASED_TS))
        .containsExactly(row(1L, null, null));
  }

  @Test
  void issues_are_counted_per_thousand_installs() {
    var events = events(event("installed", 1, 0), event("installed", 2, 0), event("issue", 1, 5));

    assertThat(whole(events, ISSUES, ISSUES_PER_1000_INSTALLS)).containsExactly(row(1L, 500.0));
  }

  private static Row event(String kind, Integer member, long seconds) {
    return row("club", "b1", "dev", "unknown", kind, member, at(seconds), kind + member + seconds);
  }

  private static Row vote(String kind, Integer member, String component, long seconds) {
    return row("club", "b1", "dev", component, kind, member, at(seconds), kind + member + seconds);
  }

  private static Row ofRing(String ring, Row event) {
    return row(
        event.get(0),
        event.get(1),
        ring,
        event.get(3),
        event.get(4),
        event.get(5),
        event.get(6),
        event.get(7));
  }

  private static Timestamp at(long seconds) {
    return Timestamp.from(RELEASE.plusSeconds(seconds));
  }

  private static Dataset<Row> events(Row... rows) {
    return table(
        Table.CORE_FACT_BUILD_EVENT,
        List.of(COMMUNITY_ID, BUILD_ID, RING, COMPONENT, KIND, MEMBER_NUMBER, EVENT_TS, EVENT_ID),
        rows);
  }

  /** Ring dev: 1, 2 and 3 always, 4 from the sixth day, 5 from the eighth, 6 until the release. */
  private static Dataset<Row> members() {
    long day = 24 * HOUR;
    return table(
        "community_id STRING, member_number INT, ring STRING, valid_from_ts TIMESTAMP,"
            + " valid_to_ts TIMESTAMP",
        row("club", 1, "dev", at(-day), null),
        row("club", 2, "dev", at(-day), null),
        row("club", 3, "dev", at(-day), null),
        row("club", 4, "dev", at(6 * day), null),
        row("club", 5, "dev", at(8 * day), null),
        row("club", 6, "dev", at(-day), at(0)));
  }

  private static Dataset<Row> loop(Dataset<Row> events) {
    return BuildLoop.from(events, members());
  }

  private static List<Row> whole(Dataset<Row> events, String... columns) {
    return loop(events).filter("component = 'all'").selectExpr(columns).collectAsList();
  }
}
