package groundswell.jobs.marts.scorecard;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.fold.Money;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** What one row of a mart adds to one figure of the scorecard; counts and money in one type. */
record ScoreEntry(InternalRow row) {
  private static final String DAY = "day";

  /** Order of the fold: a community's figures one after another, day by day. */
  static final String[] ORDER = {COMMUNITY_ID, METRIC, DAY};

  /** Entries of one mart, several figures in one look. */
  static Dataset<Row> of(Dataset<Row> mart, Column day, Column... figures) {
    return mart.select(col(COMMUNITY_ID), day.as(DAY), inline(array(figures)));
  }

  /** What a row adds to a sum; a null adds nothing. */
  static Column figure(ScoreMetric metric, Column sum) {
    return figure(metric, sum, lit(null));
  }

  /** What a row adds to both sides of a share; a null adds nothing. */
  static Column figure(ScoreMetric metric, Column numerator, Column denominator) {
    return struct(
        lit(metric.symbol()).as(METRIC),
        numerator.cast("decimal(18,4)").as(NUMERATOR),
        denominator.cast("decimal(18,4)").as(DENOMINATOR));
  }

  static Column[] columns() {
    return Fold.columns(COMMUNITY_ID, METRIC, DAY, NUMERATOR, DENOMINATOR);
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  ScoreMetric metric() {
    return ScoreMetric.of(row.getUTF8String(1).toString());
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(row.getInt(2));
  }

  /** Ten-thousandths. */
  long numerator() {
    return amount(3);
  }

  /** Ten-thousandths. */
  long denominator() {
    return amount(4);
  }

  private long amount(int place) {
    return row.isNullAt(place) ? 0 : Money.read(row, place);
  }
}
