package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.tie_strength} promises, one sentence per test. */
class TieStrengthTest extends SparkCase {
  private static final String LATEST = "2026-03-30";

  @Test
  void a_pair_adds_up_its_directions_and_channels() {
    assertThat(
            select(
                List.of(
                    LOW_NUMBER,
                    HIGH_NUMBER,
                    STRENGTH,
                    WEIGHT_LOW_TO_HIGH,
                    WEIGHT_HIGH_TO_LOW,
                    CHANNELS_COUNT),
                edge(LATEST, 1, 2, "forum", 1.5),
                edge(LATEST, 2, 1, "forum", 2),
                edge(LATEST, 1, 2, "wechat", 0.25)))
        .containsExactly(row(1, 2, 3.75, 1.75, 2.0, 2L));
  }

  @Test
  void ties_fade_to_the_latest_week_of_the_community() {
    assertThat(
            select(
                List.of(LOW_NUMBER, STRENGTH),
                edge("2026-03-02", 1, 2, "forum", 3),
                edge(LATEST, 3, 4, "forum", 1)))
        .containsExactly(row(1, 1.5), row(3, 1.0));
  }

  @Test
  void reciprocity_is_the_weaker_direction_over_the_stronger() {
    assertThat(
            select(
                List.of(RECIPROCITY),
                edge(LATEST, 1, 2, "forum", 1),
                edge(LATEST, 2, 1, "forum", 4)))
        .containsExactly(row(0.25));
  }

  @Test
  void a_strong_tie_needs_four_contacts_and_an_answer_to_every_fifth() {
    assertThat(
            select(
                List.of(LOW_NUMBER, TIE_CLASS),
                edge(LATEST, 1, 2, "forum", 3.5),
                edge(LATEST, 2, 1, "forum", 0.75),
                edge(LATEST, 3, 4, "forum", 9),
                edge(LATEST, 5, 6, "forum", 0.25),
                edge(LATEST, 7, 8, "forum", 0.249999)))
        .containsExactly(row(1, "strong"), row(3, "weak"), row(5, "weak"), row(7, "none"));
  }

  @Test
  void weeks_count_once_for_both_directions() {
    assertThat(
            select(
                List.of(WEEKS_ACTIVE),
                edge(LATEST, 1, 2, "forum", 1),
                edge(LATEST, 2, 1, "wechat", 1),
                edge("2026-03-02", 1, 2, "forum", 1)))
        .containsExactly(row(2L));
  }

  @Test
  void a_tie_is_embedded_in_common_strong_neighbours() {
    Row[] triangleAndWeakTie =
        Stream.of(
                strong(1, 2), strong(2, 3), strong(1, 3), Stream.of(edge(LATEST, 4, 5, "forum", 1)))
            .flatMap(edges -> edges)
            .toArray(Row[]::new);

    assertThat(select(List.of(LOW_NUMBER, HIGH_NUMBER, EMBEDDEDNESS), triangleAndWeakTie))
        .containsExactly(row(1, 2, 1L), row(1, 3, 1L), row(2, 3, 1L), row(4, 5, 0L));
  }

  private static Stream<Row> strong(int one, int other) {
    return Stream.of(edge(LATEST, one, other, "forum", 2), edge(LATEST, other, one, "forum", 2));
  }

  private static Row edge(String week, int source, int target, String channel, double weight) {
    Timestamp noon = Timestamp.valueOf(week + " 12:00:00");
    return row("club", Date.valueOf(week), source, target, channel, weight, noon, noon);
  }

  private static List<Row> select(List<String> columns, Row... edges) {
    Dataset<Row> weekly =
        table(
            Table.MART_EDGE_WEEKLY,
            List.of(
                COMMUNITY_ID,
                WEEK_DATE,
                SOURCE_NUMBER,
                TARGET_NUMBER,
                CHANNEL,
                WEIGHT,
                FIRST_TS,
                LAST_TS),
            edges);
    Dataset<Row> communities =
        table("community_id STRING, edge_half_life_days INT", row("club", 28));
    return TieStrength.from(weekly, communities)
        .orderBy(LOW_NUMBER, HIGH_NUMBER)
        .selectExpr(columns.toArray(String[]::new))
        .collectAsList();
  }
}
