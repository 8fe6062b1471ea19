package groundswell.generate.activity;

import groundswell.generate.activity.Orders.Order;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Spread;
import groundswell.generate.world.Streams;

/** The open shop: each adoption outside a flash sale is a phone bought here; then accessories. */
final class Shop implements Scene {
  private static final double REFERRED = 0.4;
  private static final double ACCESSORIES_PER_DAY = 0.003;
  private static final double GUESTS = 0.04;

  private final Community community;
  private final double paying;
  private final double returning;

  Shop(Community community) {
    this.community = community;
    double orders = community.people().count() * 0.6;
    paying = 1 - Rarity.seen(0.03, orders);
    returning = Rarity.seen(0.03, orders);
  }

  @Override
  public int reach() {
    return 14;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    Spread adopted = community.adopted();
    for (int index = 0; index < adopted.reachedOn(day); index++) {
      int person = adopted.personOn(day, index);
      if (shard.holds(person)) {
        if (!boughtInSale(person, day)) {
          buyPhone(person, day, pen);
        }
        attach(person, day, pen);
      }
    }
    long dayKey = community.streams().dayKey(Aspect.ACCESSORY, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (Streams.happens(dayKey, person, ACCESSORIES_PER_DAY) && community.isMember(person, day)) {
        buyAccessory(person, day, pen);
      }
    }
  }

  private boolean boughtInSale(int person, int day) {
    return community.adopted().cause()[person] == Spread.GIVEN
        && community.sales().stream().anyMatch(sale -> sale.day() == day && sale.got(person));
  }

  private void buyPhone(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.BUYING, person, day));
    // After 06:00, so that there is time on the day for the link that led here.
    Calendar calendar = community.calendar();
    long at = calendar.begin(day) + (long) ((6 + 17.5 * dice.uniform()) * Calendar.HOUR);
    Order order = order(Ids.thing('o', dice.bits()), person, Goods.PHONE, 1, day, dice.chance(0.1));
    settle(order, at, paying, dice, pen);
    int referrer = community.adopted().source()[person];
    if (referrer >= 0 && dice.chance(REFERRED)) {
      refer(person, referrer, order, at, dice, pen);
    }
  }

  private Order order(
      String id, int buyer, Goods goods, int quantity, int day, boolean withCoupon) {
    long price = Prices.price(goods, day, community.calendar());
    long discount = withCoupon ? price * quantity / 20 : 0;
    return new Order(id, buyer, goods, quantity, price, discount, null);
  }

  private void settle(Order order, long at, double paying, Dice dice, Pen pen) {
    String placed = Orders.place(order, 0, at, pen);
    if (dice.chance(paying)) {
      long paidAt = at + (long) (Math.min(3_600, dice.lognormal(60, 1)) * Calendar.SECOND);
      Orders.pay(order, placed, paidAt, pen);
      Orders.perhapsReturn(order, returning, paidAt, dice, pen);
    } else {
      Orders.cancel(order, placed, "not paid in time", at + 24 * Calendar.HOUR, pen);
    }
  }

  private void refer(int person, int referrer, Order order, long at, Dice dice, Pen pen) {
    String code = Ids.thing('f', dice.bits());
    pen.member("referral_shared", referrer, at - 3 * Calendar.HOUR)
        .in("wechat")
        .object("bring-a-friend")
        .with("referral_code", code)
        .with("campaign_id", "bring-a-friend")
        .with("depth", 1);
    pen.send();
    pen.member("referral_clicked", person, at - Calendar.HOUR)
        .in("wechat")
        .object("bring-a-friend")
        .with("referral_code", code)
        .with("referrer_id", People.id(referrer))
        .with("campaign_id", "bring-a-friend");
    pen.send();
    pen.member("referral_converted", person, at + Calendar.SECOND)
        .in("shop")
        .object("bring-a-friend")
        .with("referral_code", code)
        .with("referrer_id", People.id(referrer))
        .with("campaign_id", "bring-a-friend")
        .with("depth", 1)
        .with("order_id", order.id());
    pen.send();
    pen.member("commission_paid", referrer, at + 72 * Calendar.HOUR)
        .in("shop")
        .object("bring-a-friend")
        .with("referral_code", code)
        .with("order_id", order.id())
        .with("amount", 200_000)
        .with("currency", "CNY");
    pen.send();
  }

  /** Earphones and a power bank for some of the new owners, within ten days. */
  private void attach(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.ACCESSORY, person, -1 - day));
    boolean earphone = dice.chance(0.24);
    boolean powerBank = dice.chance(0.11);
    double days = 1 + dice.exponential(2);
    long at = community.calendar().begin(day) + (long) (Math.min(9, days) * 24 * Calendar.HOUR);
    String id = Ids.thing('o', dice.bits());
    if (earphone || powerBank) {
      Goods goods = earphone ? Goods.EARPHONE : Goods.POWER_BANK;
      settle(order(id, person, goods, 1, day, false), at, 1, dice, pen);
    }
  }

  private void buyAccessory(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.ACCESSORY, person, day));
    Goods goods = dice.oneOf(Goods.DOLL, Goods.SHIRT, Goods.CASE, Goods.EARPHONE, Goods.POWER_BANK);
    int buyer = dice.chance(GUESTS) ? Orders.GUEST : person;
    int quantity = 1 + dice.weighted(8, 1, 1);
    long at = Rhythm.instant(dice, community.calendar(), day, 0);
    String id = Ids.thing('o', dice.bits());
    settle(order(id, buyer, goods, quantity, day, dice.chance(0.1)), at, paying, dice, pen);
  }
}
