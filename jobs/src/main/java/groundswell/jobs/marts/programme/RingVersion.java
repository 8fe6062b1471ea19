package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.fold.MemberRow;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.WeeklyMoves;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;

/** A span of a member's history in which the ring did not change. */
record RingVersion(InternalRow row) implements MemberRow {
  static Column[] columns() {
    return Fold.columns(
        COMMUNITY_ID,
        MEMBER_NUMBER,
        VALID_FROM_DATE,
        RING,
        JOINED_DATE,
        LEFT_DATE,
        Census.FIRST_DATE,
        Census.LAST_DATE,
        VALID_FROM_TS);
  }

  /**
   * Days of membership in the ring, up to the day on which the next version begins; may be none.
   */
  WeeklyMoves.Stay stayUntil(RingVersion next) {
    int left = row.isNullAt(5) ? WeeklyMoves.NO_END : row.getInt(5);
    int replaced = next == null ? WeeklyMoves.NO_END : next.row.getInt(2);
    int from = Math.max(row.getInt(2), row.getInt(4));
    return new WeeklyMoves.Stay(from, Math.min(left, replaced), row.getUTF8String(3));
  }

  int firstDay() {
    return row.getInt(6);
  }

  int lastDay() {
    return row.getInt(7);
  }
}
