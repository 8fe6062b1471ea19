package groundswell.jobs.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TieFunnelTest extends MemberMartCase {
  private static final Row[] TWO_DAYS = {
    on("2026-03-02", "forum", 1), on("2026-03-03", "forum", 1)
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
