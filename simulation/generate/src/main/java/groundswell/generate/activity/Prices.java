package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;

/** List prices and costs: set on the first day; costs fall by about 1 % every four weeks. */
final class Prices implements Scene {
  private static final int EVERY_DAYS = 28;

  private final Community community;

  Prices(Community community) {
    this.community = community;
  }

  /** Cost of a unit on a day [1/10,000 CNY]. */
  static long cost(Goods goods, int day) {
    int times = day / EVERY_DAYS;
    return Math.round(goods.cost() * Math.pow(0.99, times));
  }

  /** Price of a unit on a day [1/10,000 CNY]: the older phone is cheaper in the second half. */
  static long price(Goods goods, int day, Calendar calendar) {
    boolean cheaper = goods == Goods.PHONE && day >= priceCut(calendar);
    return cheaper ? goods.price() - 1_000_000 : goods.price();
  }

  private static int priceCut(Calendar calendar) {
    return Math.max(1, calendar.saleDay(1));
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    if (!shard.isFirst()) {
      return;
    }
    pen.chain(community.streams().key(Aspect.PRICE, 0, day));
    long at = community.calendar().begin(day) + Calendar.SECOND;
    for (Goods goods : Goods.values()) {
      if (day == 0 || (goods == Goods.PHONE && day == priceCut(community.calendar()))) {
        pen.note("price_changed", at)
            .in("shop")
            .object(goods.sku())
            .with("sku", goods.sku())
            .with("category", goods.category())
            .with("unit_price", price(goods, day, community.calendar()))
            .with("currency", "CNY");
        pen.send();
      }
      if (day % EVERY_DAYS == 0) {
        pen.note("cost_recorded", at)
            .in("shop")
            .object(goods.sku())
            .with("sku", goods.sku())
            .with("category", goods.category())
            .with("unit_cost", cost(goods, day))
            .with("currency", "CNY");
        pen.send();
      }
    }
  }
}
