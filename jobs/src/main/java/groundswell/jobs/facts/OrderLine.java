package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** One line of an order while its history is told; instants in micros, days since 1970. */
final class OrderLine {
  /** Instant as of which cost and market price count: of the order, else of the first money. */
  static final String SINCE = "since_micros";

  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, order_id STRING, line_no INT, order_date INT, period INT, sku STRING, \
          category STRING, brand_kind STRING, channel STRING, ring STRING, member_number INT, \
          launch_id STRING, quantity INT, unit_price DECIMAL(18,4), discount DECIMAL(18,4), \
          currency STRING, queue_position BIGINT, since_micros BIGINT, placed_ts BIGINT, \
          paid_ts BIGINT, paid_date INT, paid_amount DECIMAL(18,4), cancelled_ts BIGINT, \
          cancelled_date INT, returned_quantity INT, returned_amount DECIMAL(18,4), \
          returned_ts BIGINT, returned_date INT""");

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(4);

  final String sku;
  final String currency;
  final int quantity;

  private final int number;
  private final Row origin;
  private final boolean placed;

  private Moment paid;
  private Moment cancelled;
  private Moment returned;
  private BigDecimal paidAmount = NOTHING;
  private BigDecimal returnedAmount = NOTHING;
  private int returnedQuantity;

  /** An instant with its local business day. */
  private record Moment(long micros, int date) {
    static Moment of(Row event) {
      return new Moment(event.<Long>getAs(EVENT_TS), event.<Integer>getAs(EVENT_DATE));
    }
  }

  private OrderLine(int number, Row origin, int quantity) {
    this.number = number;
    this.origin = origin;
    this.quantity = quantity;
    this.placed = quantity > 0;
    String article = origin.getAs(SKU);
    this.sku = article == null ? "unknown" : article;
    this.currency = origin.getAs(CURRENCY);
  }

  static OrderLine placed(int number, Row event) {
    return new OrderLine(number, event, event.<Integer>getAs(QUANTITY));
  }

  /** Money or goods of a line that was never seen placed. */
  static OrderLine stray(int number, Row event) {
    return new OrderLine(number, event, 0);
  }

  /** Price of the line after discount. */
  BigDecimal price() {
    return amount(origin, UNIT_PRICE)
        .multiply(BigDecimal.valueOf(quantity))
        .subtract(amount(origin, DISCOUNT));
  }

  int unitsLeft() {
    return quantity - returnedQuantity;
  }

  boolean isOpenAt(Row event) {
    return cancelled == null || cancelled.micros() > event.<Long>getAs(EVENT_TS);
  }

  void pay(Row event, BigDecimal amount) {
    paid = paid == null ? Moment.of(event) : paid;
    paidAmount = paidAmount.add(amount);
  }

  void cancel(Row event) {
    cancelled = cancelled == null ? Moment.of(event) : cancelled;
  }

  void giveBack(Row event) {
    returned = returned == null ? Moment.of(event) : returned;
    returnedQuantity += event.<Integer>getAs(QUANTITY);
    returnedAmount = returnedAmount.add(amount(event, AMOUNT));
  }

  static BigDecimal amount(Row event, String column) {
    BigDecimal amount = event.getAs(column);
    return amount == null ? NOTHING : amount;
  }

  Row toRow(String community, String order) {
    return RowFactory.create(
        community,
        order,
        number,
        origin.getAs(EVENT_DATE),
        origin.getAs(PERIOD),
        sku,
        origin.getAs(CATEGORY),
        origin.getAs(BRAND_KIND),
        origin.getAs(CHANNEL),
        origin.getAs(RING),
        origin.getAs(MEMBER_NUMBER),
        origin.getAs(LAUNCH_ID),
        quantity,
        placed ? amount(origin, UNIT_PRICE) : NOTHING,
        placed ? amount(origin, DISCOUNT) : NOTHING,
        currency,
        origin.getAs(QUEUE_POSITION),
        origin.getAs(EVENT_TS),
        placed ? origin.getAs(EVENT_TS) : null,
        micros(paid),
        date(paid),
        paidAmount,
        micros(cancelled),
        date(cancelled),
        returnedQuantity,
        returnedAmount,
        micros(returned),
        date(returned));
  }

  private static Long micros(Moment moment) {
    return moment == null ? null : moment.micros();
  }

  private static Integer date(Moment moment) {
    return moment == null ? null : moment.date();
  }
}
