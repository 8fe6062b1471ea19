package groundswell.jobs.marts.ties;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** How many more spans of a kind hold in a community from a day on: its row has {@link #SCHEMA}. */
record TieChange(InternalRow row) {
  static final StructType SCHEMA =
      StructType.fromDDL("community_id STRING, tie_state STRING, event_date DATE, change BIGINT");

  private static final UTF8String MEMBER = UTF8String.fromString(TieSpan.MEMBER);
  private static final UTF8String ACTIVE = UTF8String.fromString(TieSpan.ACTIVE);

  static TieChange of(UTF8String communityId, UTF8String what, int day, long change) {
    return new TieChange(new GenericInternalRow(new Object[] {communityId, what, day, change}));
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  UTF8String what() {
    return row.getUTF8String(1);
  }

  /** Local business day [days since 1970]. */
  int day() {
    return row.getInt(2);
  }

  /** Spans that begin less spans that end. */
  long change() {
    return row.getLong(3);
  }

  boolean isActivity() {
    return what().equals(ACTIVE);
  }

  boolean isOfMembers() {
    return what().equals(MEMBER);
  }
}
