package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** What {@code mart.contribution} promises, one sentence per test; 2 March 2026 is a Monday. */
class ContributionTest extends SparkCase {
  private static final Date SUNDAY = Date.valueOf("2026-03-08");
  private static final Date MONDAY = Date.valueOf("2026-03-09");

  @Test
  void an_acceptance_counts_in_the_week_of_its_submission() {
    var mart =
        mart(given(1, "user", "theme", SUNDAY, MONDAY), given(1, "user", "theme", SUNDAY, null));

    assertThat(all(mart, WEEK_DATE, SUBMITTED, ACCEPTED_CONTRIBUTIONS, ACCEPTANCE_RATE))
        .containsExactly(row(Date.valueOf("2026-03-02"), 2L, 1L, 0.5));
  }

  @Test
  void an_acceptance_of_something_never_seen_submitted_stands_apart() {
    assertThat(
            all(
                mart(given(1, "user", "theme", null, MONDAY)),
                WEEK_DATE,
                SUBMITTED,
                ACCEPTED_CONTRIBUTIONS,
                ACCEPTANCE_RATE,
                ACCEPTED_UNSEEN,
                CONTRIBUTORS,
                GINI,
                BUS_FACTOR))
        .containsExactly(row(MONDAY, 0L, 0L, null, 1L, 0L, null, null));
  }

  @Test
  void fans_stand_against_staff_and_bots_against_nobody() {
    var mart =
        mart(
            given(1, "user", "theme", SUNDAY, null),
            given(2, "dealer", "theme", SUNDAY, null),
            given(3, "unknown", "theme", SUNDAY, null),
            given(4, "founder", "code", SUNDAY, null),
            given(5, "bot", "code", SUNDAY, null));

    assertThat(all(mart, SUBMITTED, FAN_SUBMITTED, STAFF_SUBMITTED, FAN_STAFF_RATIO))
        .containsExactly(row(4L, 3L, 1L, 3.0));
    assertThat(select(mart, "contribution_type = 'all' AND actor_kind = 'bot'", SUBMITTED))
        .containsExactly(row(1L));
  }

  @Test
  void without_staff_there_is_no_ratio() {
    assertThat(all(mart(given(1, "user", "theme", SUNDAY, null)), FAN_STAFF_RATIO))
        .containsExactly(row((Object) null));
  }

  @Test
  void types_and_kinds_have_rows_of_their_own() {
    var mart =
        mart(given(1, "user", "theme", SUNDAY, null), given(1, "user", "code", SUNDAY, null));

    assertThat(select(mart, "true", CONTRIBUTION_TYPE, ACTOR_KIND, SUBMITTED, CONTRIBUTORS))
        .containsExactlyInAnyOrder(
            row("all", "all", 2L, 1L),
            row("all", "user", 2L, 1L),
            row("theme", "all", 1L, 1L),
            row("theme", "user", 1L, 1L),
            row("code", "all", 1L, 1L),
            row("code", "user", 1L, 1L));
  }

  @Test
  void core_regular_and_casual_give_the_first_80_the_next_15_and_the_last_5_per_cent() {
    // of 20: member 1 gives 16, member 2 three, member 3 one
    Row[] given =
        Stream.of(times(16, 1), times(3, 2), times(1, 3))
            .flatMap(stream -> stream)
            .toArray(Row[]::new);

    assertThat(
            all(
                mart(given),
                CONTRIBUTORS,
                CORE_CONTRIBUTORS,
                REGULAR_CONTRIBUTORS,
                CASUAL_CONTRIBUTORS,
                BUS_FACTOR))
        .containsExactly(row(3L, 1L, 1L, 1L, 1L));
  }

  @Test
  void half_of_what_is_given_by_equals_needs_half_of_them() {
    Row[] given =
        IntStream.rangeClosed(1, 4).boxed().flatMap(member -> times(2, member)).toArray(Row[]::new);

    assertThat(all(mart(given), BUS_FACTOR, GINI)).containsExactly(row(2L, 0.0));
  }

  @Test
  void inequality_is_the_gini_coefficient() {
    // 1 and 3 of 4: mean difference 1 over twice the mean 2
    Row[] given = Stream.concat(times(1, 1), times(3, 2)).toArray(Row[]::new);

    assertThat(all(mart(given), GINI)).containsExactly(row(0.25));
  }

  @Test
  void what_nobody_is_known_to_have_given_is_on_no_shoulders() {
    assertThat(all(mart(given(null, "unknown", "theme", SUNDAY, null)), SUBMITTED, CONTRIBUTORS))
        .containsExactly(row(1L, 0L));
  }

  private static Stream<Row> times(int count, int member) {
    return IntStream.range(0, count).mapToObj(n -> given(member, "user", "theme", SUNDAY, null));
  }

  private static Row given(Integer member, String kind, String type, Date submitted, Date taken) {
    return row("tea", type, member, kind, instant(submitted), submitted, instant(taken), taken);
  }

  private static Timestamp instant(Date day) {
    return day == null ? null : Timestamp.valueOf(day + " 12:00:00");
  }

  private static Dataset<Row> mart(Row... contributions) {
    return Contribution.from(
        table(
            "community_id STRING, contribution_type STRING, member_number INT, actor_kind STRING,"
                + " submitted_ts TIMESTAMP, submitted_date DATE, accepted_ts TIMESTAMP,"
                + " accepted_date DATE",
            contributions));
  }

  private static List<Row> all(Dataset<Row> mart, String... columns) {
    return select(mart, "contribution_type = 'all' AND actor_kind = 'all'", columns);
  }

  private static List<Row> select(Dataset<Row> mart, String condition, String... columns) {
    Column[] selected = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
    return mart.filter(condition).select(selected).collectAsList();
  }
}
