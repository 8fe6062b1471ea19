package groundswell.jobs.marts.ties;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Moves seen after touched days against moves expected from comparable days: the risk ratio
 * standardised to the touched, with the variance of what is expected. Source: Rothman, Greenland
 * and Lash (2008), "Modern Epidemiology", 3rd edition, chapter 15.
 */
final class TouchRisk {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, touch_kind STRING, tie_state STRING, touched_days BIGINT, \
          touched_moves BIGINT, comparable_days BIGINT, comparable_moves BIGINT, \
          expected_moves DOUBLE, expected_variance DOUBLE, unmatched_days BIGINT""");

  static final String EXPECTED_VARIANCE = "expected_variance";

  private long touched;
  private long touchedUp;
  private long comparable;
  private long comparableUp;
  private long unmatched;
  private double expected;
  private double variance;

  /** A day on which some were touched and others not. */
  void take(TouchStratum.Change day) {
    if (day.comparable() == 0) {
      unmatched += day.touched();
      return;
    }
    touched += day.touched();
    touchedUp += day.touchedUp();
    comparable += day.comparable();
    comparableUp += day.comparableUp();
    double rate = (double) day.comparableUp() / day.comparable();
    expected += day.touched() * rate;
    variance += (double) day.touched() * day.touched() * rate * (1 - rate) / day.comparable();
  }

  boolean isTold() {
    return touched + unmatched > 0;
  }

  InternalRow row(UTF8String community, UTF8String touchKind, UTF8String state) {
    return new GenericInternalRow(
        new Object[] {
          community,
          touchKind,
          state,
          touched,
          touchedUp,
          comparable,
          comparableUp,
          expected,
          variance,
          unmatched
        });
  }
}
