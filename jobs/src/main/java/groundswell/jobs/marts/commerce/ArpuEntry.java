package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.Money;
import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.roaringbitmap.RoaringBitmap;

/**
 * Of one ring in one month: the members who were active, money of goods, or money of a service with
 * its payers. The rows that {@link Arpu} folds; money is in ten-thousandths.
 */
record ArpuEntry(InternalRow row) {
  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  /** First day of the month [days since 1970]. */
  int month() {
    return row.getInt(1);
  }

  UTF8String ring() {
    return row.getUTF8String(2);
  }

  /** Null when it is about no service. */
  UTF8String service() {
    return row.getUTF8String(3);
  }

  /** Null when it is about no money. */
  UTF8String currency() {
    return row.getUTF8String(4);
  }

  /** Who was active, or who paid for the service. */
  RoaringBitmap members() {
    return MemberSets.read(row.getBinary(5));
  }

  long charged() {
    return Money.read(row, 6);
  }

  long refunded() {
    return Money.read(row, 7);
  }

  long advertising() {
    return Money.read(row, 8);
  }

  long goods() {
    return Money.read(row, 9);
  }

  boolean isSameMonth(ArpuEntry other) {
    return month() == other.month() && communityId().equals(other.communityId());
  }
}
