package groundswell.jobs.marts.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ActiveMembersTest extends MemberMartCase {
  @Test
  void a_member_on_two_channels_counts_once_for_the_community() {
    var mart =
        ActiveMembers.from(channelDays(on("2026-03-02", "forum", 1), on("2026-03-02", "weibo", 1)));

    assertThat(rows(mart, "true", "channel", "channel", "daily_active_members"))
        .containsExactly(row("all", 1L), row("forum", 1L), row("weibo", 1L));
  }

  @Test
  void a_day_without_activity_stands_with_zero() {
    var mart =
        ActiveMembers.from(channelDays(on("2026-03-02", "forum", 1), on("2026-03-04", "forum", 1)));

    assertThat(counts(mart)).containsExactly(row(1L, 1L, 1L), row(0L, 1L, 1L), row(1L, 1L, 1L));
  }

  @Test
  void the_week_ends_with_the_day_and_the_month_is_thirty_days() {
    var mart =
        ActiveMembers.from(
            channelDays(
                on("2026-03-01", "forum", 1),
                on("2026-03-07", "forum", 2),
                on("2026-03-08", "forum", 2),
                on("2026-03-31", "forum", 3)));

    assertThat(
            rows(
                mart,
                "channel = 'all' AND event_date = '2026-03-07'",
                "event_date",
                "weekly_active_members",
                "monthly_active_members",
                "days_in_month"))
        .containsExactly(row(2L, 2L, 7));
    assertThat(
            rows(
                mart,
                "channel = 'all' AND event_date = '2026-03-08'",
                "event_date",
                "weekly_active_members",
                "monthly_active_members",
                "days_in_month"))
        .containsExactly(row(1L, 2L, 8));
    assertThat(
            rows(
                mart,
                "channel = 'all' AND event_date = '2026-03-31'",
                "event_date",
                "weekly_active_members",
                "monthly_active_members",
                "days_in_month"))
        .containsExactly(row(1L, 2L, 30));
  }

  @Test
  void stickiness_is_given_both_ways() {
    var mart =
        ActiveMembers.from(
            channelDays(
                on("2026-03-02", "forum", 1),
                on("2026-03-02", "forum", 2),
                on("2026-03-03", "forum", 1)));

    assertThat(
            rows(
                mart,
                "channel = 'all' AND event_date = '2026-03-03'",
                "event_date",
                "stickiness",
                "daily_active_sum",
                "monthly_active_sum",
                "stickiness_ratio_of_averages",
                "stickiness_average_of_ratios"))
        .containsExactly(row(0.5, 3L, 4L, 0.75, 0.75));
  }

  @Test
  void staff_and_bots_do_not_count() {
    Row act = on("2026-03-02", "forum", 1);

    assertThat(channelDays("employee", act).isEmpty()).isTrue();
    assertThat(channelDays("founder", act).isEmpty()).isTrue();
    assertThat(channelDays("bot", act).isEmpty()).isTrue();
    assertThat(channelDays("dealer", act).isEmpty()).isFalse();
  }

  private static java.util.List<Row> counts(Dataset<Row> mart) {
    return rows(
        mart,
        "channel = 'all'",
        "event_date",
        "daily_active_members",
        "weekly_active_members",
        "monthly_active_members");
  }
}
