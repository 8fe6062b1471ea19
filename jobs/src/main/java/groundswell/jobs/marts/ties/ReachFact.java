package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One thing that is known of a member: its row has {@link #columns}. */
record ReachFact(InternalRow row) {
  static final int MEMBER = 0;
  static final int TIE = 1;
  static final int REACHED = 2;
  static final int FIRST_POST = 3;
  static final int PASSED_ON = 4;
  static final int DAY = 5;
  static final int STATE = 6;

  static final String WHAT = "what";
  static final String OTHER = "other_number";
  static final String NAME = "name";

  /** Days of the window of presence before the Monday of the latest week. */
  static final int EARLIER_DAYS = 21;

  private static final int LATER_DAYS = 6;

  static Column[] columns() {
    return Fold.columns(
        COMMUNITY_ID,
        WHAT,
        MEMBER_NUMBER,
        OTHER,
        FROM_DATE,
        TO_DATE,
        NAME,
        ACTOR_KIND,
        WEIGHT_LOW_TO_HIGH,
        WEIGHT_HIGH_TO_LOW,
        AS_OF_WEEK);
  }

  static Column[] inOrder() {
    return Fold.columns(COMMUNITY_ID, WHAT, MEMBER_NUMBER, OTHER, FROM_DATE);
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  int what() {
    return row.getInt(1);
  }

  int member() {
    return row.getInt(2);
  }

  /** The other end of a tie, or who was reached; -1 when nobody is known. */
  int other() {
    return row.isNullAt(3) ? -1 : row.getInt(3);
  }

  /** Of an active day [days since 1970]. */
  int day() {
    return row.getInt(4);
  }

  /** Ring, class of a tie or tie state. */
  UTF8String name() {
    return row.getUTF8String(6);
  }

  UTF8String actorKind() {
    return row.getUTF8String(7);
  }

  double upward() {
    return row.getDouble(8);
  }

  double downward() {
    return row.getDouble(9);
  }

  /** Monday of the latest week [days since 1970]. */
  int asOfWeek() {
    return row.getInt(10);
  }

  /** Whether a membership or state holds on the last day of the latest week. */
  boolean isInForce() {
    int last = asOfWeek() + LATER_DAYS;
    return !row.isNullAt(4) && row.getInt(4) <= last && (row.isNullAt(5) || row.getInt(5) > last);
  }

  /** Whether an active day is not after the latest week. */
  boolean isInTime() {
    return day() <= asOfWeek() + LATER_DAYS;
  }
}
