package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.measure.Census;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A stay of a member in a tie state, or the touches of one kind, channel and day. */
record TouchEntry(InternalRow row) implements StayEntry {
  static final String WHAT = "what";

  private static final String FIRST_TOUCH = "first_touch";
  private static final String LAST_TOUCH = "last_touch";

  /** Stays and touches of the members who count, member by member, in the order of days. */
  static Dataset<Row> memberByMember(
      Dataset<Row> tieStates, Dataset<Row> touches, Dataset<Row> lives) {
    return tieStates
        .filter(Census.isCounted())
        .join(broadcast(lives), COMMUNITY_ID)
        .select(stay())
        .union(touchDays(touches))
        .repartition(col(MEMBER_NUMBER), col(COMMUNITY_ID))
        .sortWithinPartitions(COMMUNITY_ID, MEMBER_NUMBER, FROM_DATE, WHAT, CHANNEL);
  }

  private static Column[] stay() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEMBER_NUMBER),
      col(FROM_DATE),
      col(TIE_STATE).as(WHAT),
      col(TO_DATE),
      col(Census.FIRST_DATE),
      col(Census.LAST_DATE),
      lit(null).cast("string").as(CHANNEL),
      lit(null).cast("long").as(TOUCHES),
      lit(null).cast("timestamp").as(FIRST_TOUCH),
      lit(null).cast("timestamp").as(LAST_TOUCH)
    };
  }

  /** Counted before the rows of a member come together, since somebody may be touched by all. */
  private static Dataset<Row> touchDays(Dataset<Row> touches) {
    Column noDay = lit(null).cast("date");
    return touches
        .groupBy(COMMUNITY_ID, MEMBER_NUMBER, EVENT_DATE, TOUCH_KIND, CHANNEL)
        .agg(count("*").as(TOUCHES), min(EVENT_TS).as(FIRST_TOUCH), max(EVENT_TS).as(LAST_TOUCH))
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            col(EVENT_DATE).as(FROM_DATE),
            col(TOUCH_KIND).as(WHAT),
            noDay.as(TO_DATE),
            noDay.as(Census.FIRST_DATE),
            noDay.as(Census.LAST_DATE),
            col(CHANNEL),
            col(TOUCHES),
            col(FIRST_TOUCH),
            col(LAST_TOUCH));
  }

  UTF8String channel() {
    return row.getUTF8String(7);
  }

  boolean isTouch() {
    return !row.isNullAt(8);
  }

  long touches() {
    return row.getLong(8);
  }

  /** Instant of the first of the touches [micros since 1970]. */
  long firstMicros() {
    return row.getLong(9);
  }

  /** Instant of the last of them [micros since 1970]. */
  long lastMicros() {
    return row.getLong(10);
  }
}
