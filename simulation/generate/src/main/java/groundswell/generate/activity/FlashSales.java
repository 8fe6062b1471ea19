package groundswell.generate.activity;

import groundswell.generate.activity.Orders.Order;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.Sale;
import groundswell.generate.world.SaleRules;

/** The two flash sales: announcement, reservations, stock, the rush at T0, payment, returns. */
final class FlashSales implements Scene {
  private static final int REACH_DAYS = 14;
  private static final double RESERVATION_CANCELLED = 0.05;

  private final Community community;

  FlashSales(Community community) {
    this.community = community;
  }

  @Override
  public int reach() {
    return REACH_DAYS;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    for (Sale sale : community.sales()) {
      if (shard.isFirst()) {
        prepare(sale, day, pen);
      }
      if (day < sale.day() && day >= sale.day() - REACH_DAYS) {
        reserve(sale, day, shard, pen);
      }
      if (day == sale.day()) {
        sell(sale, shard, pen);
      }
    }
  }

  private void prepare(Sale sale, int day, Pen pen) {
    pen.chain(community.streams().key(Aspect.RESERVING, -1 - sale.number(), day));
    if (day == Math.max(0, sale.day() - REACH_DAYS - 1)) {
      pen.note("launch_scheduled", community.calendar().begin(day) + Calendar.HOUR)
          .in("shop")
          .object(sale.launchId())
          .within(sale.launchId())
          .with("launch_id", sale.launchId())
          .with("sku", Goods.PHONE_TWO.sku())
          .with("opens_ts", sale.opensAt())
          .with("unit_price", Goods.PHONE_TWO.price())
          .with("currency", "CNY");
      pen.send();
    }
    if (day == sale.day()) {
      pen.note("stock_released", sale.opensAt() - Calendar.HOUR)
          .in("shop")
          .object(sale.launchId())
          .within(sale.launchId())
          .with("launch_id", sale.launchId())
          .with("sku", Goods.PHONE_TWO.sku())
          .with("quantity", sale.stock());
      pen.send();
    }
  }

  private void reserve(Sale sale, int day, Shard shard, Pen pen) {
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (sale.reservedOn()[person] == day) {
        Dice dice = pen.chain(community.streams().key(Aspect.RESERVING, person, sale.number()));
        long at = Rhythm.instant(dice, community.calendar(), day, 0);
        reservation("reservation_made", sale, person, at, pen);
        if (dice.chance(RESERVATION_CANCELLED)) {
          long later = Math.min(at + 20 * Calendar.HOUR, sale.opensAt() - Calendar.SECOND);
          reservation("reservation_cancelled", sale, person, Math.max(at + 1, later), pen);
        }
      }
    }
  }

  private static void reservation(String type, Sale sale, int person, long at, Pen pen) {
    pen.member(type, person, at)
        .in("shop")
        .from("aurora-shop")
        .object(sale.launchId())
        .within(sale.launchId())
        .with("launch_id", sale.launchId())
        .with("sku", Goods.PHONE_TWO.sku())
        .with("quantity", 1);
    pen.send();
  }

  private void sell(Sale sale, Shard shard, Pen pen) {
    for (int index = 0; index < sale.attempts().length; index++) {
      int person = sale.attempts()[index];
      if (!shard.holds(person)) {
        continue;
      }
      Dice dice = pen.chain(community.streams().key(Aspect.CHECKOUT, person, sale.number()));
      if (index < sale.allocated()) {
        buy(sale, index, dice, pen);
      } else {
        pen.member("cart_rejected", person, sale.servedAt()[index])
            .in("shop")
            .from("aurora-shop")
            .object(sale.launchId())
            .within(sale.launchId())
            .with("launch_id", sale.launchId())
            .with("sku", Goods.PHONE_TWO.sku())
            .with("quantity", 1)
            .with("queue_position", index + 1);
        pen.send();
      }
    }
  }

  private void buy(Sale sale, int index, Dice dice, Pen pen) {
    SaleRules rules = community.saleRules();
    var order =
        new Order(
            Ids.thing('o', dice.bits()),
            sale.attempts()[index],
            Goods.PHONE_TWO,
            1,
            Goods.PHONE_TWO.price(),
            0,
            sale.launchId());
    long at = sale.servedAt()[index];
    String placed = Orders.place(order, index + 1, at, pen);
    long hold = rules.holdSeconds() * Calendar.SECOND;
    if (!dice.chance(rules.paying())) {
      Orders.cancel(order, placed, "not paid in time", at + hold, pen);
      return;
    }
    double seconds = dice.lognormal(rules.paymentMedianSeconds(), 0.9);
    long paidAt = at + Math.min(hold - Calendar.SECOND, (long) (seconds * Calendar.SECOND));
    if (dice.chance(Rarity.seen(0.03, sale.stock() * 1.5))) {
      Orders.fail(order, placed, at + (paidAt - at) / 2, pen);
    }
    Orders.pay(order, placed, paidAt, pen);
    Orders.perhapsReturn(order, rules.returning(), paidAt, dice, pen);
  }
}
