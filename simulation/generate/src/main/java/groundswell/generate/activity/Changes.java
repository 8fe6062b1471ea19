package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Streams;

/** What members change about themselves, and how they go. */
final class Changes implements Scene {
  private final Community community;
  private final double often;
  private final double seldom;

  Changes(Community community) {
    this.community = community;
    double memberDays = community.people().count() * 0.3 * community.calendar().days();
    often = Rarity.seen(0.001, memberDays);
    seldom = Rarity.seen(0.0003, memberDays);
  }

  @Override
  public int reach() {
    return 3;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    int people = community.people().count();
    long dayKey = community.streams().dayKey(Aspect.RESTLESS, day);
    for (int person = shard.number(); person < people; person += shard.count()) {
      if (community.leftOn(person) == day) {
        leave(person, day, pen);
      } else if (Streams.happens(dayKey, person, often + 2 * seldom)
          && community.isMember(person, day)) {
        change(person, day, pen);
      }
    }
  }

  private void leave(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.RESTLESS, person, -1));
    long at = Rhythm.instant(dice, community.calendar(), day, 0);
    pen.member("member_left", person, at)
        .in("app")
        .with("reason", dice.oneOf("no time", "other phone", "too many messages"));
    pen.send();
    if (dice.chance(Rarity.seen(0.1, community.people().count() * 0.04))) {
      pen.member("erasure_requested", person, Math.min(at + Calendar.HOUR, lastOf(day))).in("app");
      pen.send();
    }
  }

  private long lastOf(int day) {
    return community.calendar().last(day);
  }

  private void change(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.RESTLESS, person, day));
    int kind = dice.weighted(often, seldom, seldom);
    long at = Rhythm.instant(dice, community.calendar(), day, 0);
    switch (kind) {
      case 0 -> moveHouse(person, at, pen);
      case 1 -> link(person, at, dice, pen);
      default -> withdraw(person, at, pen);
    }
  }

  private void moveHouse(int person, long at, Pen pen) {
    People people = community.people();
    pen.member("profile_updated", person, at)
        .in("app")
        .with("age_band", people.age(person))
        .with("region", people.city(person).region())
        .with("city", people.city(person).name());
    pen.send();
  }

  private static void link(int person, long at, Dice dice, Pen pen) {
    String other = "shop-" + Long.toString(dice.bits() >>> 24, 36);
    pen.member("identity_linked", person, at).in("shop").with("linked_id", other);
    pen.send();
    if (dice.chance(0.6)) {
      long later = at + (long) (dice.uniform() * 48 * Calendar.HOUR);
      pen.member("identity_unlinked", person, later).in("shop").with("linked_id", other);
      pen.send();
    }
  }

  private static void withdraw(int person, long at, Pen pen) {
    pen.member("consent_changed", person, at).in("app").with("is_granted", false);
    pen.send();
  }
}
