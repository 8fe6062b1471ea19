package groundswell.jobs.marts.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RetentionCohortTest extends MemberMartCase {
  private static final Row[] ACTIVE = {
    on("2026-03-02", "forum", 1),
    on("2026-03-02", "forum", 2),
    on("2026-03-09", "forum", 2),
    on("2026-03-16", "forum", 1)
  };

  @Test
  void retained_is_active_in_week_k_rolling_in_all_and_unbounded_in_it_or_later() {
    var mart =
        RetentionCohort.from(
            channelSpans(ACTIVE),
            members(joined(1, "2026-03-02", "forum"), joined(2, "2026-03-03", "forum")));

    assertThat(weeks(mart, "true"))
        .containsExactly(
            row(0, 2L, 2L, 2L, 2L, false),
            row(1, 2L, 1L, 2L, 1L, false),
            row(2, 2L, 1L, 1L, 0L, true));
  }

  @Test
  void a_week_that_is_not_over_is_censored_and_one_that_has_not_begun_has_no_cell() {
    var mart =
        RetentionCohort.from(channelSpans(ACTIVE), members(joined(1, "2026-03-16", "forum")));

    assertThat(weeks(mart, "true")).containsExactly(row(0, 1L, 1L, 1L, 1L, true));
  }

  @Test
  void who_joined_before_anybody_was_active_was_retained_by_nobody_until_then() {
    var mart =
        RetentionCohort.from(channelSpans(ACTIVE), members(joined(1, "2026-02-20", "forum")));

    assertThat(weeks(mart, "spans_since < 3"))
        .containsExactly(
            row(0, 1L, 0L, 1L, 0L, false),
            row(1, 1L, 0L, 1L, 0L, false),
            row(2, 1L, 1L, 1L, 0L, false));
  }

  @Test
  void entry_channels_are_cohorts_of_their_own() {
    var mart =
        RetentionCohort.from(
            channelSpans(ACTIVE),
            members(joined(1, "2026-03-02", "forum"), joined(2, "2026-03-02", "shop")));

    assertThat(weeks(mart, "entry_channel = 'shop' AND spans_since = 1"))
        .containsExactly(row(1, 1L, 1L, 1L, 1L, false));
  }

  @Test
  void who_never_joined_is_in_no_cohort() {
    Row stranger = row("tea", 9, "user", "stable", null, true, "forum", null, null, null);

    assertThat(RetentionCohort.from(channelSpans(ACTIVE), members(stranger)).isEmpty()).isTrue();
  }

  private static List<Row> weeks(Dataset<Row> mart, String condition) {
    return rows(
        mart,
        "span = 'week' AND " + condition,
        "spans_since",
        "spans_since",
        "cohort_members",
        "retained_members",
        "retained_or_later_members",
        "rolling_members",
        "is_censored");
  }
}
