package groundswell.generate.activity;

import groundswell.generate.event.Draft;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Dice;

/** What becomes of an order once it is placed. */
final class Orders {
  private Orders() {}

  /**
   * One order of one line.
   *
   * @param launchId launch, or null outside one
   * @param quantity units
   * @param price price of a unit [1/10,000 CNY]
   * @param discount on the line [1/10,000 CNY]
   */
  record Order(
      String id, int buyer, Goods goods, int quantity, long price, long discount, String launchId) {
    long amount() {
      return quantity * price - discount;
    }
  }

  /** Nobody's order: a guest's. */
  static final int GUEST = -1;

  private static Draft begin(String type, Order order, long at, Pen pen) {
    Draft draft = order.buyer() == GUEST ? pen.note(type, at) : pen.member(type, order.buyer(), at);
    return draft.in("shop").from("aurora-shop").object(order.id()).within(order.launchId());
  }

  static String place(Order order, long queuePosition, long at, Pen pen) {
    Draft draft =
        begin("order_placed", order, at, pen)
            .with("order_id", order.id())
            .with("line_no", 1)
            .with("sku", order.goods().sku())
            .with("category", order.goods().category())
            .with("brand_kind", "own")
            .with("quantity", order.quantity())
            .with("unit_price", order.price())
            .with("currency", "CNY");
    if (order.discount() > 0) {
      draft.with("discount", order.discount()).with("coupon", "fan-day");
    }
    launch(draft, order);
    if (queuePosition > 0) {
      draft.with("queue_position", queuePosition);
    }
    return pen.sendForId();
  }

  static void fail(Order order, String because, long at, Pen pen) {
    Draft draft = begin("payment_failed", order, at, pen).because(because);
    launch(draft, order);
    draft.with("order_id", order.id()).with("amount", order.amount()).with("currency", "CNY");
    pen.send();
  }

  static void pay(Order order, String because, long at, Pen pen) {
    Draft draft = begin("order_paid", order, at, pen).because(because);
    launch(draft, order);
    draft.with("order_id", order.id()).with("amount", order.amount()).with("currency", "CNY");
    pen.send();
  }

  static void cancel(Order order, String because, String reason, long at, Pen pen) {
    Draft draft = begin("order_cancelled", order, at, pen).because(because);
    launch(draft, order);
    draft.with("order_id", order.id()).with("reason", reason);
    pen.send();
  }

  /** Comes back with the given probability, four to twelve days after {@code paidAt}. */
  static void perhapsReturn(Order order, double probability, long paidAt, Dice dice, Pen pen) {
    double days = 4 + 8 * dice.uniform();
    if (dice.chance(probability)) {
      begin("order_returned", order, paidAt + (long) (days * 24 * Calendar.HOUR), pen)
          .with("order_id", order.id())
          .with("line_no", 1)
          .with("sku", order.goods().sku())
          .with("quantity", order.quantity())
          .with("amount", order.amount())
          .with("currency", "CNY")
          .with("reason", dice.oneOf("changed my mind", "does not work", "too late"));
      pen.send();
    }
  }

  private static void launch(Draft draft, Order order) {
    if (order.launchId() != null) {
      draft.with("launch_id", order.launchId());
    }
  }
}
