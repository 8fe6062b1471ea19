package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.Spread;

/** Internet services: a part of the members pays monthly; advertising earns a little weekly. */
final class Subscriptions implements Scene {
  private static final int MONTH_DAYS = 30;
  private static final String[] SERVICES = {
    "theme_store", "game", "cloud", "video", "reading", "finance"
  };
  private static final long[] PRICES = {60_000, 120_000, 60_000, 150_000, 90_000, 30_000};

  private final Community community;

  Subscriptions(Community community) {
    this.community = community;
  }

  @Override
  public int reach() {
    return 3;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    Spread joined = community.joined();
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      int since = day - joined.day()[person] - 1;
      if (since >= 0 && community.isMember(person, day)) {
        bill(person, day, since, pen);
      }
    }
    if (shard.isFirst() && day % 7 == 6 % community.calendar().days()) {
      allocateAdvertising(day, pen);
    }
  }

  private void bill(int person, int day, int since, Pen pen) {
    Dice fixed = new Dice().at(community.streams().key(Aspect.SUBSCRIPTION, person));
    double share = Rarity.seen(0.15, community.people().count() * 0.5);
    if (!fixed.chance(share)) {
      return;
    }
    int waited = since - fixed.below(20);
    int service = fixed.below(SERVICES.length);
    if (waited < 0 || waited % MONTH_DAYS != 0) {
      return;
    }
    Dice dice = pen.chain(community.streams().key(Aspect.SUBSCRIPTION, person, day));
    long at = Rhythm.instant(dice, community.calendar(), day, 0);
    if (waited == 0) {
      pen.member("service_subscribed", person, at)
          .in("app")
          .object(SERVICES[service])
          .with("service", SERVICES[service])
          .with("amount", PRICES[service])
          .with("currency", "CNY")
          .with("period_months", 1);
      pen.send();
    }
    charge("service_charged", person, day, service, at + 5 * Calendar.SECOND, pen);
    if (dice.chance(Rarity.seen(0.03, community.people().count() * share * 0.7))) {
      charge("service_refunded", person, day, service, at + 30 * Calendar.HOUR, pen);
    }
  }

  private void charge(String type, int person, int day, int service, long at, Pen pen) {
    pen.member(type, person, at)
        .in("app")
        .object(SERVICES[service])
        .with("service", SERVICES[service])
        .with("amount", PRICES[service])
        .with("currency", "CNY")
        .with("period_start", community.calendar().date(day).toEpochDay());
    pen.send();
  }

  private void allocateAdvertising(int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.SUBSCRIPTION, -1, day));
    for (String service : SERVICES) {
      long yuan = 1L + dice.below(1 + community.people().count() / 20);
      pen.note("ad_revenue_allocated", community.calendar().begin(day) + 20 * Calendar.HOUR)
          .in("app")
          .object(service)
          .with("service", service)
          .with("amount", yuan * 10_000)
          .with("currency", "CNY")
          .with("period_start", community.calendar().date(Math.max(0, day - 6)).toEpochDay());
      pen.send();
    }
  }
}
