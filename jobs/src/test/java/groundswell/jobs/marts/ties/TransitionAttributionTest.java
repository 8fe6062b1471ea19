package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.transition_attribution} promises; member 1 grows strong on 10 April. */
class TransitionAttributionTest extends TouchCase {
  private static final Row[] GROWING = {
    stay(1, "2026-03-02", "2026-04-10", "weak"), stay(1, "2026-04-10", null, "strong")
  };
  private static final Row[] NOTHING = {};

  @Test
  void the_first_the_last_and_every_touch_before_a_move_share_it() {
    var mart =
        credits(
            touch(1, "meetup", "2026-04-01 10:00:00"),
            touch(1, "recognition", "2026-04-02 10:00:00"),
            touch(1, "recognition", "2026-04-03 10:00:00"),
            touch(1, "exposure", "2026-04-04 10:00:00"));

    assertThat(kinds(mart, TOUCHES, FIRST_CREDIT, LAST_CREDIT, EVEN_CREDIT))
        .containsExactly(
            row("exposure", 1L, 0L, 1L, moves("0.250000")),
            row("meetup", 1L, 1L, 0L, moves("0.250000")),
            row("recognition", 2L, 0L, 0L, moves("0.500000")));
  }

  @Test
  void millionths_left_over_go_to_the_largest_fractions_then_by_name() {
    var mart =
        credits(
            touch(1, "meetup", "2026-04-01 10:00:00"),
            touch(1, "recognition", "2026-04-02 10:00:00"),
            touch(1, "exposure", "2026-04-03 10:00:00"));

    assertThat(kinds(mart, EVEN_CREDIT))
        .containsExactly(
            row("exposure", moves("0.333334")),
            row("meetup", moves("0.333333")),
            row("recognition", moves("0.333333")));
  }

  @Test
  void a_move_without_a_touch_is_credited_to_none() {
    assertThat(kinds(credits(), TOUCH_CHANNEL, TOUCHES, TOUCHED_MEMBERS, LAST_CREDIT))
        .containsExactly(row("none", "none", 0L, 1L, 1L));
  }

  @Test
  void the_day_of_the_move_and_what_lies_more_than_28_days_before_it_do_not_count() {
    var mart =
        credits(
            touch(1, "meetup", "2026-03-12 23:00:00"),
            touch(1, "recognition", "2026-04-10 00:00:00"));

    assertThat(kinds(mart, FIRST_CREDIT)).containsExactly(row("none", 1L));
    assertThat(kinds(credits(touch(1, "meetup", "2026-03-13 00:00:00")), FIRST_CREDIT))
        .containsExactly(row("meetup", 1L));
  }

  @Test
  void touches_at_one_instant_go_by_name() {
    var mart =
        credits(
            touch(1, "recognition", "2026-04-01 10:00:00"),
            touch(1, "meetup", "2026-04-01 10:00:00"));

    assertThat(kinds(mart, FIRST_CREDIT, LAST_CREDIT))
        .containsExactly(row("meetup", 1L, 1L), row("recognition", 0L, 0L));
  }

  @Test
  void what_another_member_does_is_a_touch_but_for_service_meetings_and_partings() {
    var mart =
        attribution(
            NOTHING,
            acted(9, 1, "reply", "weibo"),
            acted(9, 1, "service", "wechat"),
            acted(9, 1, "meet", "meetup"),
            acted(9, 1, "unfollow", "weibo"),
            acted(1, 9, "reply", "qzone"));

    assertThat(kinds(mart, TOUCH_CHANNEL, TOUCHES))
        .containsExactly(row("interaction", "weibo", 1L));
  }

  @Test
  void joining_falling_back_and_leaving_are_credited_to_nobody() {
    var mart =
        TransitionAttribution.from(
            stays(
                stay(1, "2026-03-02", "2026-04-10", "fan"),
                stay(1, "2026-04-10", "2026-04-20", "weak")),
            touches(touch(1, "meetup", "2026-04-01 10:00:00")),
            interactions(),
            life());

    assertThat(mart.collectAsList()).isEmpty();
  }

  @Test
  void a_touch_of_somebody_who_is_no_member_is_left_out() {
    assertThat(kinds(credits(touch(7, "meetup", "2026-04-01 10:00:00")), TOUCHED_MEMBERS))
        .containsExactly(row("none", 1L));
  }

  private static BigDecimal moves(String credit) {
    return new BigDecimal(credit);
  }

  private static Row acted(int source, int target, String kind, String channel) {
    return row(
        "tea",
        source,
        target,
        kind,
        channel,
        Date.valueOf("2026-04-01"),
        Timestamp.valueOf("2026-04-01 10:00:00"));
  }

  private static Dataset<Row> interactions(Row... acts) {
    return table(
        "community_id STRING, source_number INT, target_number INT, kind STRING, channel STRING,"
            + " event_date DATE, event_ts TIMESTAMP",
        acts);
  }

  private static Dataset<Row> credits(Row... touches) {
    return attribution(touches);
  }

  private static Dataset<Row> attribution(Row[] touches, Row... acts) {
    return TransitionAttribution.from(stays(GROWING), touches(touches), interactions(acts), life());
  }

  private static List<Row> kinds(Dataset<Row> mart, String... columns) {
    String[] named = new String[columns.length + 1];
    named[0] = TOUCH_KIND;
    System.arraycopy(columns, 0, named, 1, columns.length);
    return rows(
        mart,
        "week_date = DATE '2026-04-06' AND from_state = 'weak' AND to_state = 'strong'",
        TOUCH_KIND,
        named);
  }
}
