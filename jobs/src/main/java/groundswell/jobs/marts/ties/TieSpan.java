package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Days on which something held in a community: a tie state of a member, or that somebody was a
 * member ({@link #MEMBER}), or that anybody was active ({@link #ACTIVE}).
 */
record TieSpan(InternalRow row) {
  static final String MEMBER = "member";
  static final String ACTIVE = "active";

  static Column[] columns(Column what, Column from, Column to) {
    return new Column[] {col(COMMUNITY_ID), what.as(TIE_STATE), from.as(FROM_DATE), to.as(TO_DATE)};
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  UTF8String what() {
    return row.getUTF8String(1);
  }

  /** First day [days since 1970]. */
  int fromDay() {
    return row.getInt(2);
  }

  boolean isEnded() {
    return !row.isNullAt(3);
  }

  /** First day after [days since 1970]. */
  int toDay() {
    return row.getInt(3);
  }
}
