package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.marts.members.MemberMartCase;
import java.sql.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.tie_transition} promises, one sentence per test; 2 March 2026 is a Monday. */
class TieTransitionTest extends MemberMartCase {
  private static final Row[] THREE_WEEKS = {
    on("2026-03-02", "forum", 1), on("2026-03-22", "forum", 1)
  };
  private static final Row[] NOBODY = {};

  @Test
  void a_move_is_told_with_the_share_of_those_who_could_have_made_it() {
    var mart =
        transitions(
            NOBODY,
            span(1, "2026-03-02", "2026-03-11", "weak"),
            span(1, "2026-03-11", null, "strong"),
            span(2, "2026-03-02", null, "weak"));

    assertThat(week(mart, "2026-03-09", DIRECTION, MOVES, MEMBERS_BEFORE, TRANSITION_RATE))
        .containsExactly(row("up", 1L, 2L, 0.5), row("held", 1L, 2L, 0.5));
  }

  @Test
  void what_a_member_went_through_within_a_week_does_not_show() {
    var mart =
        transitions(
            NOBODY,
            span(1, "2026-03-02", "2026-03-10", "weak"),
            span(1, "2026-03-10", "2026-03-12", "strong"),
            span(1, "2026-03-12", null, "weak"));

    assertThat(week(mart, "2026-03-09", FROM_STATE, TO_STATE, TRIGGER_CHANNEL, MOVES))
        .containsExactly(row("weak", "weak", "none", 1L));
  }

  @Test
  void who_joins_comes_from_outside_and_who_leaves_goes_there() {
    var mart = transitions(NOBODY, span(1, "2026-03-02", "2026-03-10", "weak"));

    assertThat(week(mart, "2026-03-02", FROM_STATE, TO_STATE, DIRECTION, TRANSITION_RATE))
        .containsExactly(row("outside", "weak", "in", null));
    assertThat(week(mart, "2026-03-09", FROM_STATE, TO_STATE, DIRECTION, TRANSITION_RATE))
        .containsExactly(row("weak", "outside", "out", 1.0));
    assertThat(week(mart, "2026-03-16", MOVES)).isEmpty();
  }

  @Test
  void a_tie_that_fades_goes_down_and_nothing_triggered_it() {
    var mart =
        transitions(
            NOBODY,
            span(1, "2026-03-02", "2026-03-10", "fan"),
            span(1, "2026-03-10", null, "none"));

    assertThat(week(mart, "2026-03-09", DIRECTION, TRIGGER_CHANNEL, DAYS_TO_CONVERT_P50))
        .containsExactly(row("down", "unknown", 8L));
  }

  @Test
  void the_trigger_is_where_most_was_done_on_the_day_of_the_change() {
    var mart =
        transitions(
            new Row[] {
              did(1, "2026-03-09", "weibo", 9),
              did(1, "2026-03-10", "qzone", 2),
              did(1, "2026-03-10", "forum", 2),
              did(1, "2026-03-10", "app", 1)
            },
            span(1, "2026-03-02", "2026-03-10", "weak"),
            span(1, "2026-03-10", null, "strong"));

    assertThat(week(mart, "2026-03-09", TRIGGER_CHANNEL)).containsExactly(row("forum"));
  }

  @Test
  void days_to_convert_are_nearest_rank_percentiles() {
    Row[] spans =
        Stream.of(1, 2, 3)
            .flatMap(
                member ->
                    Stream.of(
                        span(member, "2026-03-0" + (member + 1), "2026-03-12", "none"),
                        span(member, "2026-03-12", null, "weak")))
            .toArray(Row[]::new);

    assertThat(
            week(
                transitions(NOBODY, spans), "2026-03-09", DAYS_TO_CONVERT_P50, DAYS_TO_CONVERT_P90))
        .containsExactly(row(9L, 10L));
  }

  @Test
  void who_was_a_member_before_the_first_active_day_comes_in_on_it() {
    var mart =
        transitions(
            NOBODY,
            span(1, "2026-02-02", "2026-02-20", "weak"),
            span(1, "2026-02-20", null, "none"));

    assertThat(week(mart, "2026-03-02", FROM_STATE, TO_STATE))
        .containsExactly(row("outside", "none"));
  }

  @Test
  void the_last_week_ends_with_the_last_day() {
    var mart =
        TieTransition.from(
            table(
                SPANS,
                span(1, "2026-03-02", "2026-03-06", "weak"),
                span(1, "2026-03-06", null, "none")),
            table(ACTIVITY),
            lives(on("2026-03-02", "forum", 1), on("2026-03-05", "forum", 1)));

    assertThat(week(mart, "2026-03-02", TO_STATE)).containsExactly(row("weak"));
  }

  @Test
  void staff_and_activity_of_nobody_known_count_nowhere() {
    var staff = row("tea", 1, "employee", Date.valueOf("2026-03-02"), null, "fan");
    var mart =
        transitions(
            new Row[] {did(7, "2026-03-02", "forum", 1)},
            staff,
            span(2, "2026-03-02", null, "weak"));

    assertThat(week(mart, "2026-03-02", TO_STATE, MOVES)).containsExactly(row("weak", 1L));
  }

  private static final String SPANS =
      "community_id STRING, member_number INT, actor_kind STRING, from_date DATE, to_date DATE,"
          + " tie_state STRING";
  private static final String ACTIVITY =
      "community_id STRING, member_number INT, event_date DATE, channel STRING, events BIGINT";

  private static Dataset<Row> transitions(Row[] activity, Row... spans) {
    return TieTransition.from(table(SPANS, spans), table(ACTIVITY, activity), lives(THREE_WEEKS));
  }

  private static Row span(int member, String from, String to, String state) {
    Date until = to == null ? null : Date.valueOf(to);
    return row("tea", member, "user", Date.valueOf(from), until, state);
  }

  private static Row did(int member, String day, String channel, long events) {
    return row("tea", member, Date.valueOf(day), channel, events);
  }

  private static List<Row> week(Dataset<Row> mart, String monday, String... columns) {
    return rows(mart, "week_date = DATE '" + monday + "'", FROM_STATE, columns);
  }
}
