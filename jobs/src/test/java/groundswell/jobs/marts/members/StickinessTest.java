package groundswell.jobs.marts.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StickinessTest extends MemberMartCase {
  @Test
  void each_active_member_of_a_week_has_one_number_of_days() {
    var mart =
        Stickiness.from(
            channelSpans(
                on("2026-03-02", "forum", 1),
                on("2026-03-03", "forum", 1),
                on("2026-03-08", "forum", 2),
                on("2026-03-09", "forum", 2)));

    assertThat(
            rows(
                mart,
                "span = 'week' AND channel = 'forum'",
                "span_start_date",
                "active_days",
                "members",
                "span_members",
                "is_complete"))
        .containsExactlyInAnyOrder(
            row(1, 1L, 2L, true), row(2, 1L, 2L, true), row(1, 1L, 1L, false));
  }

  @Test
  void a_day_on_two_channels_is_one_day_of_the_community() {
    var mart =
        Stickiness.from(channelSpans(on("2026-03-02", "forum", 1), on("2026-03-02", "weibo", 1)));

    assertThat(
            rows(
                mart,
                "span = 'month' AND channel = 'all'",
                "active_days",
                "active_days",
                "members"))
        .containsExactly(row(1, 1L));
  }
}
