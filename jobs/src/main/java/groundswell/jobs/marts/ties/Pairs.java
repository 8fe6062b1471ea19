package groundswell.jobs.marts.ties;

import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** Two members in one number. */
final class Pairs {
  private Pairs() {}

  /**
   * Orders as (first, second) does. Sorting compares one number before it looks at a row, so a pair
   * in one number is sorted several times as fast as by two columns.
   */
  static Column inOneNumber(String first, String second) {
    return shiftleft(col(first).cast("long"), 32).bitwiseOR(col(second).cast("long"));
  }
}
