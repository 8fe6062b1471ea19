package groundswell.jobs.marts.measure;

import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** Ratios and nearest-rank percentiles of exact integers; null where there is nothing to divide. */
public final class Share {
  private Share() {}

  /** part / whole; null unless the whole is above 0. */
  public static Column of(String part, String whole) {
    return of(col(part), col(whole));
  }

  public static Column of(Column part, Column whole) {
    return when(whole.gt(0), part.cast("double").divide(whole.cast("double")));
  }

  /**
   * The smallest of the sorted values that at least {@code percent} % of them do not exceed; null
   * without values. The rank is whole-number arithmetic, so every engine picks the same one.
   */
  public static Column percentile(Column sortedValues, int percent) {
    Column rank = floor(size(sortedValues).multiply(percent).plus(99).divide(100)).cast("int");
    return when(size(sortedValues).gt(0), element_at(sortedValues, rank));
  }
}
