package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;

/** What the firm knows of the world: rivals' mentions and prices, advertising, its own staff. */
final class Market implements Scene {
  private static final String[] RIVALS = {"Nova", "Lumen", "Tavi"};
  private static final String[] DEPARTMENTS = {"community", "social", "design", "service"};
  private static final double[] SHARES = {0.3, 0.2, 0.2, 0.3};

  private final Community community;

  Market(Community community) {
    this.community = community;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    if (!shard.isFirst()) {
      return;
    }
    Dice dice = pen.chain(community.streams().key(Aspect.MARKET, 0, day));
    long noon = community.calendar().begin(day) + 12 * Calendar.HOUR;
    mentions(noon, dice, pen);
    advertising(day, noon, dice, pen);
    if (day % 7 == 0) {
      prices(noon, dice, pen);
    }
    if (day % 28 == 0) {
      staffing(noon, pen);
    }
  }

  private void mentions(long noon, Dice dice, Pen pen) {
    for (String rival : RIVALS) {
      for (String channel : new String[] {"forum", "weibo"}) {
        pen.note("competitor_mention_counted", noon)
            .in(channel)
            .object(rival)
            .with("brand", rival)
            .with("mention_count", dice.poisson(5 + community.people().count() / 1_000.0))
            .with("is_paid_media", dice.chance(0.1));
        pen.send();
      }
    }
  }

  /** Spending: in campaigns for real, else the little that keeps the account open. */
  private void advertising(int day, long noon, Dice dice, Pen pen) {
    boolean campaign = community.calendar().isCampaign(day);
    if (campaign || day % 7 == 0) {
      long yuan = campaign ? 2_000 + dice.below(1_000) : 20 + dice.below(10);
      pen.note("paid_media_spent", noon)
          .in("weibo")
          .object("know-aurora")
          .with("campaign_id", "know-aurora")
          .with("amount", 10_000L * yuan)
          .with("currency", "CNY");
      pen.send();
    }
  }

  private static void prices(long noon, Dice dice, Pen pen) {
    for (String rival : RIVALS) {
      for (Goods goods : Goods.values()) {
        double dearer = 1.15 + 0.5 * dice.uniform();
        pen.note("market_price_observed", noon)
            .in("shop")
            .object(goods.sku())
            .with("brand", rival)
            .with("category", goods.category())
            .with("unit_price", Math.round(goods.price() * dearer))
            .with("currency", "CNY")
            .with("price_source", "market");
        pen.send();
      }
    }
  }

  private void staffing(long noon, Pen pen) {
    for (int department = 0; department < DEPARTMENTS.length; department++) {
      long heads = Math.max(1, Math.round(SHARES[department] * Staff.count(community)));
      pen.note("staffing_recorded", noon)
          .in("app")
          .with("department", DEPARTMENTS[department])
          .with("headcount", heads);
      pen.send();
    }
  }
}
