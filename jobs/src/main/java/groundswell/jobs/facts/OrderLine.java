package groundswell.jobs.facts;

import java.math.BigDecimal;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** One line of an order while its history is told. */
final class OrderLine {
  /** Instant as of which cost and market price count: of the order, else of the first money. */
  static final String SINCE = "since_ts";

  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, order_id STRING, line_no INT, order_date DATE, period DATE, sku STRING, \
          category STRING, brand_kind STRING, channel STRING, ring STRING, member_number INT, \
          launch_id STRING, quantity INT, unit_price DECIMAL(18,4), discount DECIMAL(18,4), \
          currency STRING, queue_position BIGINT, since_ts TIMESTAMP, placed_ts TIMESTAMP, \
          paid_ts TIMESTAMP, paid_date DATE, paid_amount DECIMAL(18,4), cancelled_ts TIMESTAMP, \
          cancelled_date DATE, returned_quantity INT, returned_amount DECIMAL(18,4), \
          returned_ts TIMESTAMP, returned_date DATE""");

  final UTF8String sku;
  final UTF8String currency;
  final int quantity;

  private final int number;
  private final OrderEvent origin;
  private final boolean placed;

  private Moment paid;
  private Moment cancelled;
  private Moment returned;
  private BigDecimal paidAmount = OrderEvent.NOTHING;
  private BigDecimal returnedAmount = OrderEvent.NOTHING;
  private int returnedQuantity;

  /** An instant with its local business day. */
  private record Moment(long micros, int date) {
    static Moment of(OrderEvent event) {
      return new Moment(event.micros(), event.date());
    }
  }

  private OrderLine(int number, OrderEvent origin, int quantity) {
    this.number = number;
    this.origin = origin;
    this.quantity = quantity;
    this.placed = quantity > 0;
    this.sku = origin.sku();
    this.currency = origin.currency();
  }

  static OrderLine placed(int number, OrderEvent event) {
    return new OrderLine(number, event, event.quantity());
  }

  /** Money or goods of a line that was never seen placed. */
  static OrderLine stray(int number, OrderEvent event) {
    return new OrderLine(number, event, 0);
  }

  /** Price of the line after discount. */
  BigDecimal price() {
    return origin.unitPrice().multiply(BigDecimal.valueOf(quantity)).subtract(origin.discount());
  }

  int unitsLeft() {
    return quantity - returnedQuantity;
  }

  boolean isOpenAt(OrderEvent event) {
    return cancelled == null || cancelled.micros() > event.micros();
  }

  void pay(OrderEvent event, BigDecimal amount) {
    paid = paid == null ? Moment.of(event) : paid;
    paidAmount = paidAmount.add(amount);
  }

  void cancel(OrderEvent event) {
    cancelled = cancelled == null ? Moment.of(event) : cancelled;
  }

  void giveBack(OrderEvent event) {
    returned = returned == null ? Moment.of(event) : returned;
    returnedQuantity += event.quantity();
    returnedAmount = returnedAmount.add(event.amount());
  }

  InternalRow toRow() {
    return new GenericInternalRow(
        new Object[] {
          origin.communityId(),
          origin.orderId(),
          number,
          origin.date(),
          origin.period(),
          sku,
          origin.category(),
          origin.brandKind(),
          origin.channel(),
          origin.ring(),
          origin.memberNumber(),
          origin.launchId(),
          quantity,
          money(placed ? origin.unitPrice() : OrderEvent.NOTHING),
          money(placed ? origin.discount() : OrderEvent.NOTHING),
          currency,
          origin.queuePosition(),
          origin.micros(),
          placed ? origin.micros() : null,
          micros(paid),
          date(paid),
          money(paidAmount),
          micros(cancelled),
          date(cancelled),
          returnedQuantity,
          money(returnedAmount),
          micros(returned),
          date(returned)
        });
  }

  private static Decimal money(BigDecimal amount) {
    return Decimal.apply(amount, OrderEvent.MONEY.precision(), OrderEvent.MONEY.scale());
  }

  private static Long micros(Moment moment) {
    return moment == null ? null : moment.micros();
  }

  private static Integer date(Moment moment) {
    return moment == null ? null : moment.date();
  }
}
