package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/** One event of an order: its row has {@link #columns}. */
record OrderEvent(InternalRow row) {
  static final DecimalType MONEY = DataTypes.createDecimalType(18, 4);
  static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(MONEY.scale());

  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  static Column[] columns() {
    return new Column[] {
      col(ORDER_ID),
      col(COMMUNITY_ID),
      col(EVENT_TS),
      col(EVENT_ID),
      col(EVENT_TYPE),
      col(EVENT_DATE),
      col(PERIOD),
      col(LINE_NO),
      col(QUANTITY),
      col(CURRENCY),
      col(SKU),
      col(UNIT_PRICE),
      col(DISCOUNT),
      col(AMOUNT),
      coalesce(col(CATEGORY), lit("unknown")).as(CATEGORY),
      coalesce(col(BRAND_KIND), lit("unknown")).as(BRAND_KIND),
      coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
      coalesce(col(ACTOR_RING), lit("unknown")).as(RING),
      col(ACTOR_NUMBER),
      col(LAUNCH_ID),
      col(QUEUE_POSITION)
    };
  }

  UTF8String orderId() {
    return row.getUTF8String(0);
  }

  UTF8String communityId() {
    return row.getUTF8String(1);
  }

  /** Instant [micros since 1970]. */
  long micros() {
    return row.getLong(2);
  }

  UTF8String eventId() {
    return row.getUTF8String(3);
  }

  UTF8String type() {
    return row.getUTF8String(4);
  }

  /** Local business day [days since 1970]. */
  int date() {
    return row.getInt(5);
  }

  /** First day of the storage period [days since 1970]. */
  int period() {
    return row.getInt(6);
  }

  /** Null when the event is about the whole order. */
  Integer lineNo() {
    return row.isNullAt(7) ? null : Integer.valueOf(row.getInt(7));
  }

  int quantity() {
    return row.isNullAt(8) ? 0 : row.getInt(8);
  }

  UTF8String currency() {
    return row.getUTF8String(9);
  }

  UTF8String sku() {
    return row.isNullAt(10) ? UNKNOWN : row.getUTF8String(10);
  }

  BigDecimal unitPrice() {
    return money(11);
  }

  BigDecimal discount() {
    return money(12);
  }

  BigDecimal amount() {
    return money(13);
  }

  UTF8String category() {
    return row.getUTF8String(14);
  }

  UTF8String brandKind() {
    return row.getUTF8String(15);
  }

  UTF8String channel() {
    return row.getUTF8String(16);
  }

  /** Ring of the buyer at the event. */
  UTF8String ring() {
    return row.getUTF8String(17);
  }

  Object memberNumber() {
    return value(18, DataTypes.IntegerType);
  }

  Object launchId() {
    return value(19, DataTypes.StringType);
  }

  Object queuePosition() {
    return value(20, DataTypes.LongType);
  }

  boolean isOfOrder(OrderEvent other) {
    return orderId().equals(other.orderId()) && communityId().equals(other.communityId());
  }

  private BigDecimal money(int place) {
    return row.isNullAt(place)
        ? NOTHING
        : row.getDecimal(place, MONEY.precision(), MONEY.scale()).toJavaBigDecimal();
  }

  private Object value(int place, DataType type) {
    return row.isNullAt(place) ? null : row.get(place, type);
  }
}
