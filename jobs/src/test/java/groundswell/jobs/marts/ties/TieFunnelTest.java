package groundswell.jobs.marts.ties;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.marts.members.MemberMartCase;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TieFunnelTest extends MemberMartCase {
  private static final Row[] TWO_DAYS = {
    on("2026-03-02", "forum", 1), on("2026-03-03", "forum", 1)
  };

  private static final String[] MART_COLUMNS = {
    "community_id", "event_date", "members", "community_members"
  };

  @Test
  void states_sum_to_the_members_of_each_day() {
    var mart =
        TieFunnel.from(
            spans(
                span(1, "user", "2026-03-02", null, "weak"),
                span(2, "user", "2026-03-02", "2026-03-03", "weak"),
                span(2, "user", "2026-03-03", null, "none")),
            members(joined(1, "2026-03-02", "forum"), joined(2, "2026-03-02", "forum")),
            channelDays(TWO_DAYS));

    assertThat(census(mart, "weak")).containsExactly(row(2L, 2L), row(1L, 2L));
    assertThat(census(mart, "none")).containsExactly(row(0L, 2L), row(1L, 2L));
    assertThat(census(mart, "fan")).containsExactly(row(0L, 2L), row(0L, 2L));
  }

  @Test
  void who_left_is_no_member_from_that_day_on() {
    var mart =
        TieFunnel.from(
            spans(span(1, "user", "2026-03-02", "2026-03-03", "weak")),
            members(joined(1, "2026-03-02", "forum", "2026-03-03")),
            channelDays(TWO_DAYS));

    assertThat(census(mart, "weak")).containsExactly(row(1L, 1L), row(0L, 0L));
  }

  @Test
  void staff_is_not_counted() {
    var mart =
        TieFunnel.from(
            spans(span(1, "employee", "2026-03-02", null, "fan")),
            members(row("tea", 1, "employee", "stable", null, true, "forum", null, null, null)),
            channelDays(TWO_DAYS));

    assertThat(census(mart, "fan")).containsExactly(row(0L, 0L), row(0L, 0L));
  }

  @Test
  void days_without_activity_stand_between_the_first_and_the_last() {
    var mart =
        TieFunnel.from(
            spans(
                span(1, "user", "2026-03-01", "2026-03-03", "weak"),
                span(1, "user", "2026-03-03", "2026-03-06", "none"),
                span(1, "user", "2026-03-06", null, "weak")),
            members(joined(1, "2026-03-01", "forum")),
            channelDays(on("2026-03-02", "forum", 1), on("2026-03-04", "app", 1)));

    assertThat(rows(mart, "tie_state = 'weak'", "event_date", "event_date", "members"))
        .containsExactly(
            row(Date.valueOf("2026-03-02"), 1L),
            row(Date.valueOf("2026-03-03"), 0L),
            row(Date.valueOf("2026-03-04"), 0L));
    assertThat(census(mart, "none")).containsExactly(row(0L, 1L), row(1L, 1L), row(1L, 1L));
  }

  @Test
  void who_left_before_the_first_active_day_was_never_counted() {
    var mart =
        TieFunnel.from(
            spans(span(1, "user", "2026-02-01", "2026-02-03", "weak")),
            members(joined(1, "2026-02-01", "forum", "2026-02-03")),
            channelDays(TWO_DAYS));

    assertThat(census(mart, "weak")).containsExactly(row(0L, 0L), row(0L, 0L));
  }

  @Test
  void who_left_on_the_day_of_joining_is_no_member() {
    var mart =
        TieFunnel.from(
            spans(),
            members(joined(1, "2026-03-02", "forum", "2026-03-02")),
            channelDays(TWO_DAYS));

    assertThat(census(mart, "none")).containsExactly(row(0L, 0L), row(0L, 0L));
  }

  @Test
  void each_community_is_counted_over_its_own_life() {
    var ties = spans(span(1, "user", "2026-03-02", null, "weak"));
    var members = members(joined(1, "2026-03-02", "forum"));
    var later = channelDays(on("2026-03-03", "forum", 1)).withColumn("community_id", lit("bikes"));
    var mart =
        TieFunnel.from(
            ties.union(ties.withColumn("community_id", lit("bikes"))),
            members.union(members.withColumn("community_id", lit("silent"))),
            channelDays(TWO_DAYS).union(later));

    assertThat(
            rows(mart, "tie_state = 'weak' AND community_id <> 'tea'", "event_date", MART_COLUMNS))
        .containsExactly(row("bikes", Date.valueOf("2026-03-03"), 1L, 0L));
    assertThat(
            rows(mart, "tie_state = 'weak' AND community_id = 'tea'", "event_date", MART_COLUMNS))
        .containsExactly(
            row("tea", Date.valueOf("2026-03-02"), 1L, 1L),
            row("tea", Date.valueOf("2026-03-03"), 1L, 1L));
  }

  private static List<Row> census(Dataset<Row> mart, String state) {
    return rows(mart, "tie_state = '" + state + "'", "event_date", "members", "community_members");
  }

  private static Dataset<Row> spans(Row... spans) {
    return table(
        "community_id STRING, member_number INT, actor_kind STRING, from_date DATE, to_date DATE,"
            + " tie_state STRING",
        spans);
  }

  private static Row span(int member, String kind, String from, String to, String state) {
    Date until = to == null ? null : Date.valueOf(to);
    return row("tea", member, kind, Date.valueOf(from), until, state);
  }
}
