package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.marts.measure.WeeklyMoves;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** How many members went from one ring to another in a week; null is outside. */
record RingMove(InternalRow row) {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, from_ring STRING, to_ring STRING, moves BIGINT, \
          first_date DATE, last_date DATE""");

  static final String[] ORDER = {COMMUNITY_ID, WEEK_DATE};

  /** Where from, where to, when. */
  record Kind(int week, UTF8String from, UTF8String to) {
    static Kind of(WeeklyMoves.Move move) {
      return new Kind(
          move.week(),
          move.before() == null ? null : move.before().state(),
          move.after() == null ? null : move.after().state());
    }

    InternalRow row(RingVersion origin, long moves) {
      return new GenericInternalRow(
          new Object[] {
            origin.communityId(), week, from, to, moves, origin.firstDay(), origin.lastDay()
          });
    }
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  int week() {
    return row.getInt(1);
  }

  /** Null for who joined. */
  UTF8String from() {
    return row.isNullAt(2) ? null : row.getUTF8String(2);
  }

  /** Null for who left. */
  UTF8String to() {
    return row.isNullAt(3) ? null : row.getUTF8String(3);
  }

  long moves() {
    return row.getLong(4);
  }

  int firstDay() {
    return row.getInt(5);
  }

  int lastDay() {
    return row.getInt(6);
  }
}
