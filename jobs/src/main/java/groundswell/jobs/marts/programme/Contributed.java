package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One contribution in the week in which it was submitted, or accepted when never seen submitted.
 */
record Contributed(InternalRow row) {
  static final String[] WEEK = {COMMUNITY_ID, WEEK_DATE};

  private static final UTF8String BOT = UTF8String.fromString("bot");
  private static final UTF8String EMPLOYEE = UTF8String.fromString("employee");
  private static final UTF8String FOUNDER = UTF8String.fromString("founder");

  static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      trunc(coalesce(col(SUBMITTED_DATE), col(ACCEPTED_DATE)), "week").as(WEEK_DATE),
      col(CONTRIBUTION_TYPE),
      col(ACTOR_KIND),
      col(MEMBER_NUMBER),
      col(SUBMITTED_TS).isNotNull().as(SUBMITTED),
      col(ACCEPTED_TS).isNotNull().as(ACCEPTED_CONTRIBUTIONS)
    };
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  int week() {
    return row.getInt(1);
  }

  UTF8String type() {
    return row.getUTF8String(2);
  }

  UTF8String kind() {
    return row.getUTF8String(3);
  }

  /** Null when nobody is known. */
  Integer member() {
    return row.isNullAt(4) ? null : Integer.valueOf(row.getInt(4));
  }

  boolean isSubmitted() {
    return row.getBoolean(5);
  }

  boolean isAccepted() {
    return row.getBoolean(6);
  }

  boolean isByBot() {
    return kind().equals(BOT);
  }

  boolean isByStaff() {
    return kind().equals(EMPLOYEE) || kind().equals(FOUNDER);
  }

  boolean isSameWeek(Contributed other) {
    return week() == other.week() && communityId().equals(other.communityId());
  }
}
