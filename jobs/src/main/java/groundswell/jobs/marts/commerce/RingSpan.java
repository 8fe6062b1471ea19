package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.MemberRow;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A version of a member in one ring, up to the next one. Dates in days since 1970. */
record RingSpan(InternalRow row) implements MemberRow {
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
}
