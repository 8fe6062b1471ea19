package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.fold.Money;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One order line: its row has {@link #columns}. Money is in ten-thousandths, to stay exact. */
record SoldLine(InternalRow row) {
  /** Where a line is counted. */
  record Grain(
      UTF8String communityId,
      int orderDate,
      UTF8String category,
      UTF8String channel,
      UTF8String ring,
      UTF8String currency) {}

  static Column[] columns() {
    return Fold.columns(
        COMMUNITY_ID,
        ORDER_DATE,
        CATEGORY,
        CHANNEL,
        RING,
        CURRENCY,
        SKU,
        ORDER_ID,
        QUANTITY,
        RETURNED_QUANTITY,
        UNIT_PRICE,
        DISCOUNT,
        PAID_AMOUNT,
        RETURNED_AMOUNT,
        UNIT_COST,
        MARKET_PRICE,
        PLACED_TS,
        PAID_TS,
        CANCELLED_TS);
  }

  Grain grain() {
    return new Grain(
        row.getUTF8String(0),
        orderDate(),
        row.getUTF8String(2),
        row.getUTF8String(3),
        row.getUTF8String(4),
        row.getUTF8String(5));
  }

  /** Local business day [days since 1970]. */
  int orderDate() {
    return row.getInt(1);
  }

  UTF8String sku() {
    return row.getUTF8String(6);
  }

  UTF8String orderId() {
    return row.getUTF8String(7);
  }

  int quantity() {
    return row.getInt(8);
  }

  int returnedQuantity() {
    return row.getInt(9);
  }

  /** Price of all units before discount. */
  long gross() {
    return Math.multiplyExact(Money.read(row, 10), quantity());
  }

  long discount() {
    return Money.read(row, 11);
  }

  long paidAmount() {
    return Money.read(row, 12);
  }

  long returnedAmount() {
    return Money.read(row, 13);
  }

  boolean hasCost() {
    return !row.isNullAt(14);
  }

  /** Cost of one unit, where it {@link #hasCost}. */
  long unitCost() {
    return Money.read(row, 14);
  }

  boolean hasMarketPrice() {
    return !row.isNullAt(15);
  }

  /** Market price of all units, where it {@link #hasMarketPrice}. */
  long marketPrice() {
    return Math.multiplyExact(Money.read(row, 15), quantity());
  }

  boolean isPlaced() {
    return !row.isNullAt(16);
  }

  boolean isPaid() {
    return !row.isNullAt(17);
  }

  boolean isCancelled() {
    return !row.isNullAt(18);
  }
}
