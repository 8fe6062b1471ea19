package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.measure.Census;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;

/** What is known of a member from a day on: a tie state, or activity on a channel that day. */
record TieEntry(InternalRow row) implements StayEntry {
  static final String WHAT = "what";

  /** A stay in a tie state of a community that lives from a first to a last day. */
  static Column[] stay() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEMBER_NUMBER),
      col(FROM_DATE),
      col(TIE_STATE).as(WHAT),
      col(TO_DATE),
      col(Census.FIRST_DATE),
      col(Census.LAST_DATE),
      lit(null).cast("long").as(EVENTS)
    };
  }

  static Column[] activity() {
    Column noDay = lit(null).cast("date");
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEMBER_NUMBER),
      col(EVENT_DATE).as(FROM_DATE),
      col(CHANNEL).as(WHAT),
      noDay.as(TO_DATE),
      noDay.as(Census.FIRST_DATE),
      noDay.as(Census.LAST_DATE),
      col(EVENTS)
    };
  }

  boolean isActivity() {
    return !row.isNullAt(7);
  }

  long events() {
    return row.getLong(7);
  }
}
