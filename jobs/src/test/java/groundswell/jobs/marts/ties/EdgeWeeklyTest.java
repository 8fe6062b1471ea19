package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.edge_weekly} promises, one sentence per test. */
class EdgeWeeklyTest extends SparkCase {
  @Test
  void a_week_begins_on_monday_and_counts_by_kind() {
    assertThat(
            select(
                List.of(WEEK_DATE, REPLIES, MENTIONS, CONTACTS, WEIGHT),
                act("2026-03-02", 1, 2, "reply"),
                act("2026-03-08", 1, 2, "mention")))
        .containsExactly(row(Date.valueOf("2026-03-02"), 1L, 1L, 2L, 2.0));
  }

  @Test
  void half_of_the_weight_is_gone_after_the_half_life() {
    assertThat(
            select(
                List.of(WEEK_DATE, CONTACTS, WEIGHT),
                act("2026-03-02", 1, 2, "reply"),
                act("2026-03-02", 1, 2, "reply"),
                act("2026-03-30", 1, 2, "reply")))
        .containsExactly(
            row(Date.valueOf("2026-03-02"), 2L, 2.0), row(Date.valueOf("2026-03-30"), 1L, 2.0));
  }

  @Test
  void one_week_on_the_weight_is_a_whole_number_of_millionths() {
    assertThat(
            select(
                List.of(WEIGHT),
                act("2026-03-02", 1, 2, "reply"),
                act("2026-03-09", 1, 2, "reply")))
        .containsExactly(row(1.0), row(1.840896)); // 2^(-1/4) = 0.84089641…, rounded down
  }

  @Test
  void directions_and_channels_are_edges_of_their_own() {
    assertThat(
            select(
                List.of(SOURCE_NUMBER, TARGET_NUMBER, CHANNEL),
                act("2026-03-02", 1, 2, "reply"),
                act("2026-03-02", 2, 1, "reply"),
                act("2026-03-02", 2, 1, "message", "wechat")))
        .containsExactlyInAnyOrder(row(1, 2, "forum"), row(2, 1, "forum"), row(2, 1, "wechat"));
  }

  @Test
  void parting_is_counted_and_adds_no_weight() {
    assertThat(select(List.of(UNFOLLOWS, CONTACTS, WEIGHT), act("2026-03-02", 1, 2, "unfollow")))
        .containsExactly(row(1L, 0L, 0.0));
  }

  @Test
  void first_is_the_first_ever_and_last_lies_in_the_week() {
    assertThat(
            select(
                List.of(FIRST_TS, LAST_TS),
                act("2026-03-02", 1, 2, "reply"),
                act("2026-03-10", 1, 2, "reply")))
        .containsExactly(
            row(noon("2026-03-02"), noon("2026-03-02")),
            row(noon("2026-03-02"), noon("2026-03-10")));
  }

  private static Row act(String day, int source, int target, String kind) {
    return act(day, source, target, kind, "forum");
  }

  private static Row act(String day, int source, int target, String kind, String channel) {
    return row("club", Date.valueOf(day), noon(day), source, target, channel, kind);
  }

  private static Timestamp noon(String day) {
    return Timestamp.valueOf(day + " 12:00:00");
  }

  private static List<Row> select(List<String> columns, Row... acts) {
    Dataset<Row> interactions =
        table(
            Table.CORE_FACT_INTERACTION,
            List.of(
                COMMUNITY_ID, EVENT_DATE, EVENT_TS, SOURCE_NUMBER, TARGET_NUMBER, CHANNEL, KIND),
            acts);
    Dataset<Row> communities =
        table("community_id STRING, edge_half_life_days INT", row("club", 28));
    return EdgeWeekly.from(interactions, communities)
        .orderBy(WEEK_DATE, SOURCE_NUMBER)
        .selectExpr(columns.toArray(String[]::new))
        .collectAsList();
  }
}
