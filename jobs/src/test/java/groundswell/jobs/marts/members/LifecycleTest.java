package groundswell.jobs.marts.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Weeks begin on Mondays: 2026-03-02, 03-09, 03-16, 03-23. */
class LifecycleTest extends MemberMartCase {
  @Test
  void a_member_is_new_then_returning_then_dormant_then_resurrecting() {
    var mart =
        Lifecycle.from(
            channelSpans(
                on("2026-03-02", "forum", 1),
                on("2026-03-09", "forum", 1),
                on("2026-03-16", "forum", 2),
                on("2026-03-23", "forum", 1)));

    assertThat(weeks(mart, "all"))
        .containsExactly(
            row(1L, 0L, 1L, 0L, 0L, 0L),
            row(1L, 1L, 0L, 1L, 0L, 0L),
            row(1L, 1L, 1L, 0L, 0L, 1L),
            row(1L, 1L, 0L, 0L, 1L, 1L));
  }

  @Test
  void a_week_without_activity_has_a_row_and_makes_everybody_dormant() {
    var mart =
        Lifecycle.from(channelSpans(on("2026-03-02", "forum", 1), on("2026-03-16", "forum", 1)));

    assertThat(weeks(mart, "forum"))
        .containsExactly(
            row(1L, 0L, 1L, 0L, 0L, 0L), row(0L, 1L, 0L, 0L, 0L, 1L), row(1L, 0L, 0L, 0L, 1L, 0L));
  }

  @Test
  void an_old_member_of_the_community_is_new_on_another_channel() {
    var mart =
        Lifecycle.from(channelSpans(on("2026-03-02", "forum", 1), on("2026-03-09", "weibo", 1)));

    assertThat(weeks(mart, "weibo").get(1)).isEqualTo(row(1L, 0L, 1L, 0L, 0L, 0L));
    assertThat(weeks(mart, "all").get(1)).isEqualTo(row(1L, 1L, 0L, 1L, 0L, 0L));
  }

  private static List<Row> weeks(Dataset<Row> mart, String channel) {
    return rows(
        mart,
        "span = 'week' AND channel = '" + channel + "'",
        "span_start_date",
        "active_members",
        "previous_active_members",
        "new_members",
        "returning_members",
        "resurrecting_members",
        "dormant_members");
  }
}
