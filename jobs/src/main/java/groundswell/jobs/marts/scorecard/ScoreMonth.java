package groundswell.jobs.marts.scorecard;

import groundswell.jobs.fold.Money;
import java.time.LocalDate;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** One figure of one month while its days go by. */
final class ScoreMonth {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, month_start_date DATE, part STRING, metric STRING, \
          numerator DECIMAL(18,4), denominator DECIMAL(18,4), metric_value DOUBLE, \
          value_before DOUBLE, trend STRING, is_complete BOOLEAN, detail_table STRING""");

  private static final double UNIT = 10_000;

  private final ScoreMetric metric;
  private final LocalDate month;
  private LocalDate latest;
  private long numerator;
  private long denominator;

  ScoreMonth(ScoreEntry first) {
    metric = first.metric();
    month = first.day().withDayOfMonth(1);
    latest = first.day();
  }

  ScoreMetric metric() {
    return metric;
  }

  LocalDate month() {
    return month;
  }

  boolean holds(ScoreEntry entry) {
    return entry.metric() == metric && entry.day().withDayOfMonth(1).equals(month);
  }

  void take(ScoreEntry entry) {
    if (metric.isOfLastDay() && entry.day().isAfter(latest)) {
      numerator = 0;
      denominator = 0;
    }
    latest = entry.day();
    numerator = Math.addExact(numerator, entry.numerator());
    denominator = Math.addExact(denominator, entry.denominator());
  }

  /** Null where a share has nothing to divide by. */
  Double value() {
    if (metric.isSum()) {
      return numerator / UNIT;
    }
    return denominator > 0 ? (Double) (numerator / (double) denominator) : null;
  }

  InternalRow row(UTF8String communityId, Double before, LocalDate lastMonth) {
    return new GenericInternalRow(
        new Object[] {
          communityId,
          (int) month.toEpochDay(),
          UTF8String.fromString(metric.part()),
          UTF8String.fromString(metric.symbol()),
          Money.write(numerator),
          metric.isSum() ? null : Money.write(denominator),
          value(),
          before,
          UTF8String.fromString(trend(before)),
          month.isBefore(lastMonth),
          UTF8String.fromString(metric.source())
        });
  }

  private String trend(Double before) {
    if (before == null || value() == null) {
      return "unknown";
    }
    int change = value().compareTo(before);
    return change > 0 ? "up" : change < 0 ? "down" : "flat";
  }
}
