package groundswell.jobs.marts.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class ScoreMonthsTest {
  @Test
  void the_days_of_a_month_add_up_and_the_month_before_gives_the_trend() {
    List<InternalRow> months =
        months(
            entry("unanswered_rate", "2026-01-03", 1, 4),
            entry("unanswered_rate", "2026-01-30", 1, 4),
            entry("unanswered_rate", "2026-02-01", 1, 2));

    assertThat(months).extracting(ScoreMonthsTest::value).containsExactly(0.25, 0.5);
    assertThat(months).extracting(ScoreMonthsTest::trend).containsExactly("unknown", "up");
    assertThat(months).extracting(row -> row.getBoolean(9)).containsExactly(true, false);
  }

  @Test
  void a_month_without_entries_breaks_the_trend() {
    List<InternalRow> months =
        months(entry("joins", "2026-01-03", 5, 0), entry("joins", "2026-03-03", 4, 0));

    assertThat(months).extracting(ScoreMonthsTest::value).containsExactly(5.0, 4.0);
    assertThat(months).extracting(ScoreMonthsTest::trend).containsOnly("unknown");
  }

  @Test
  void a_census_stands_as_on_its_last_day() {
    List<InternalRow> months =
        months(
            entry("close_member_rate", "2026-01-30", 9, 10),
            entry("close_member_rate", "2026-01-31", 1, 6),
            entry("close_member_rate", "2026-01-31", 2, 6));

    assertThat(months).extracting(ScoreMonthsTest::value).containsExactly(0.25);
  }

  @Test
  void without_anything_to_divide_by_there_is_no_value() {
    List<InternalRow> months = months(entry("show_rate", "2026-01-30", 0, 0));

    assertThat(months).extracting(row -> row.isNullAt(6)).containsExactly(true);
    assertThat(months).extracting(ScoreMonthsTest::trend).containsExactly("unknown");
  }

  private static List<InternalRow> months(InternalRow... entries) {
    var months = new ScoreMonths(List.of(entries).iterator());
    return Stream.generate(() -> months)
        .takeWhile(ScoreMonths::hasNext)
        .map(ScoreMonths::next)
        .toList();
  }

  private static InternalRow entry(String metric, String day, long numerator, long denominator) {
    return new GenericInternalRow(
        new Object[] {
          UTF8String.fromString("tea"),
          UTF8String.fromString(metric),
          (int) LocalDate.parse(day).toEpochDay(),
          Decimal.apply(numerator * 10_000, 18, 4),
          Decimal.apply(denominator * 10_000, 18, 4)
        });
  }

  private static double value(InternalRow row) {
    return row.getDouble(6);
  }

  private static String trend(InternalRow row) {
    return row.getUTF8String(8).toString();
  }
}
