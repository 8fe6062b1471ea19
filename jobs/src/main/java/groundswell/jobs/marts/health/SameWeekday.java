package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What is usual on a weekday: the median of the last eight days of the same kind. */
final class SameWeekday {
  private static final int WEEKS = 8;

  /** Fewer days of the same kind say nothing of what is usual. */
  private static final int FEWEST = 4;

  private SameWeekday() {}

  /** Null while fewer than four such days came before. */
  static Column median(Column value) {
    return when(days().geq(FEWEST), percentile(value, lit(0.5)).over(before()));
  }

  /** Days of the same kind that came before, at most eight. */
  static Column days() {
    return count(lit(1)).over(before());
  }

  private static WindowSpec before() {
    return Window.partitionBy(col(COMMUNITY_ID), weekday(col(EVENT_DATE)))
        .orderBy(EVENT_DATE)
        .rowsBetween(-WEEKS, -1);
  }
}
