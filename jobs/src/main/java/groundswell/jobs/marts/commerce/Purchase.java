package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.MemberRow;
import groundswell.jobs.fold.Money;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A member, or a purchase of one: the rows that {@link Attach} folds. Dates in days since 1970. */
record Purchase(InternalRow row) implements MemberRow {
  static final String IS_DEVICE = "is_device";

  /** True for the row of the member, which comes before those of the purchases. */
  boolean isMember() {
    return row.isNullAt(2);
  }

  /** Of a purchase. */
  int date() {
    return row.getInt(2);
  }

  /** Of a member: whether one on the day. */
  boolean isMemberOn(int day) {
    return !row.isNullAt(3) && row.getInt(3) <= day && (row.isNullAt(4) || row.getInt(4) > day);
  }

  /** Of a member who has joined, the day of it; else null. */
  Integer joined() {
    return row.isNullAt(3) ? null : Integer.valueOf(row.getInt(3));
  }

  UTF8String category() {
    return row.getUTF8String(5);
  }

  boolean isDevice() {
    return row.getBoolean(6);
  }

  /** Units kept. */
  int units() {
    return row.getInt(7);
  }

  boolean hasMargin() {
    return !row.isNullAt(8);
  }

  /** Where it {@link #hasMargin} [ten-thousandths]. */
  long margin() {
    return Money.read(row, 8);
  }

  boolean isBetween(int firstDay, int lastDay) {
    return date() >= firstDay && date() <= lastDay;
  }

  /** Last day of the community's data. */
  int lastDate() {
    return row.getInt(9);
  }
}
