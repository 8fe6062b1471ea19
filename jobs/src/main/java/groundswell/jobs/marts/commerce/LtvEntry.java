package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.MemberRow;
import groundswell.jobs.fold.Money;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A member, or a move of her money: the rows that {@link Ltv} folds. Money in ten-thousandths. */
record LtvEntry(InternalRow row) implements MemberRow {
  static final String DATE = "moved_date";
  static final String WHAT = "what";
  static final String COST = "cost";

  /** What was ordered and not cancelled; no money moves by that. */
  static final String PURCHASE = "purchase";

  static final String PAYMENT = "payment";
  static final String REPAYMENT = "repayment";
  static final String SERVICE = "service";

  private static final UTF8String IS_PURCHASE = UTF8String.fromString(PURCHASE);
  private static final UTF8String IS_PAYMENT = UTF8String.fromString(PAYMENT);
  private static final UTF8String IS_SERVICE = UTF8String.fromString(SERVICE);

  /** True for the row of the member, which comes before those of her money. */
  boolean isMember() {
    return row.isNullAt(2);
  }

  /** Local business day [days since 1970]. */
  int date() {
    return row.getInt(2);
  }

  boolean isPurchase() {
    return IS_PURCHASE.equals(row.getUTF8String(3));
  }

  /** Of goods. */
  boolean isPayment() {
    return IS_PAYMENT.equals(row.getUTF8String(3));
  }

  boolean isOfService() {
    return IS_SERVICE.equals(row.getUTF8String(3));
  }

  UTF8String currency() {
    return row.getUTF8String(4);
  }

  long amount() {
    return Money.read(row, 5);
  }

  boolean hasCost() {
    return !row.isNullAt(6);
  }

  /** Cost of the units that moved, where it {@link #hasCost}. */
  long cost() {
    return Money.read(row, 6);
  }
}
