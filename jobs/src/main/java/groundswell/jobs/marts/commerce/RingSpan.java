package groundswell.jobs.marts.commerce;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A version of a member in one ring, up to the next one. Dates in days since 1970. */
record RingSpan(InternalRow row) {
  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  UTF8String ring() {
    return row.getUTF8String(2);
  }

  int from() {
    return row.getInt(3);
  }

  int joined() {
    return row.getInt(4);
  }

  /** Day of leaving, or the one after the last day of data. */
  int end() {
    int afterData = row.getInt(6) + 1;
    return row.isNullAt(5) ? afterData : Math.min(row.getInt(5), afterData);
  }

  boolean isOfCommunity(RingSpan other) {
    return communityId().equals(other.communityId());
  }

  boolean isOfMember(RingSpan other) {
    return row.getInt(1) == other.row().getInt(1) && isOfCommunity(other);
  }
}
