package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Spread;

/** How people come: contacted, invited, joined; their consent, and the ring that they enter. */
final class Arrivals implements Scene {
  private static final int REACH_DAYS = 21;

  private final Community community;

  Arrivals(Community community) {
    this.community = community;
  }

  @Override
  public int reach() {
    return REACH_DAYS;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    if (day == 0) {
      contact(shard, pen);
    }
    if (day == community.inviteDay()) {
      invite(day, shard, pen);
    }
    Spread joined = community.joined();
    for (int index = 0; index < joined.reachedOn(day); index++) {
      int person = joined.personOn(day, index);
      if (shard.holds(person)) {
        join(person, day, pen);
      }
    }
  }

  private void contact(Shard shard, Pen pen) {
    for (int person = 0; person < community.people().contacted(); person++) {
      if (shard.holds(person)) {
        Dice dice = pen.chain(community.streams().key(Aspect.ARRIVING, person, -1));
        long at = community.calendar().begin(0) + (long) (dice.uniform() * 6 * Calendar.HOUR);
        pen.note("member_contacted", at)
            .target(People.id(person))
            .in("forum")
            .with("entry_channel", "forum");
        pen.send();
      }
    }
  }

  private void invite(int day, Shard shard, Pen pen) {
    People people = community.people();
    for (int person = people.contacted();
        person < people.contacted() + people.invited();
        person++) {
      if (shard.holds(person)) {
        Dice dice = pen.chain(community.streams().key(Aspect.ARRIVING, person, -2));
        int angel = dice.below(people.angels());
        long at = community.calendar().begin(day) + (long) (dice.uniform() * 6 * Calendar.HOUR);
        pen.member("member_invited", angel, at)
            .in("wechat")
            .target(People.id(person))
            .with("invite_code", code(person))
            .with("entry_channel", "wechat")
            .with("inviter_id", People.id(angel));
        pen.send();
      }
    }
  }

  private static String code(int person) {
    return "beta-" + Integer.toString(person, 36);
  }

  private void join(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.ARRIVING, person));
    People people = community.people();
    Calendar calendar = community.calendar();
    long earliest = calendar.begin(day) + 7 * Calendar.HOUR;
    long at = earliest + (long) (dice.uniform() * 16 * Calendar.HOUR);
    boolean beta = community.ring(person) == Community.BETA;
    var joins =
        pen.member("member_joined", person, at)
            .in(entryChannel(person))
            .with("entry_channel", entryChannel(person))
            .with("age_band", people.age(person))
            .with("region", people.city(person).region())
            .with("city", people.city(person).name());
    int inviter = community.joined().source()[person];
    if (inviter >= 0 && dice.chance(0.6)) {
      joins.with("inviter_id", People.id(inviter));
    }
    if (beta) {
      joins.with("invite_code", code(person));
    }
    pen.send();
    pen.member("consent_changed", person, at + 20 * Calendar.SECOND)
        .in("app")
        .with("is_granted", true);
    pen.send();
    enterRing(person, at, dice, pen);
  }

  private String entryChannel(int person) {
    return switch (community.joined().cause()[person]) {
      case Spread.STRONG -> "wechat";
      case Spread.BROADCAST -> "weibo";
      case Spread.WEAK -> "forum";
      default -> community.people().home(person);
    };
  }

  private void enterRing(int person, long joinedAt, Dice dice, Pen pen) {
    int ring = community.ring(person);
    if (ring == Community.STABLE) {
      return;
    }
    double days = ring == Community.CORE ? 0.1 : 1 + dice.uniform() * 12;
    long at = joinedAt + (long) (days * 24 * Calendar.HOUR);
    pen.member("ring_granted", person, at)
        .in("app")
        .with("ring", Community.RINGS.get(ring))
        .with("reason", "contributions");
    pen.send();
    if (ring == Community.CORE) {
      recognise(person, at, "honour_wall", pen);
    }
    int others = community.people().count() / 8;
    if (ring == Community.DEV && dice.chance(Rarity.seen(0.03, others))) {
      pen.member("ring_revoked", person, at + 6 * 24 * Calendar.HOUR)
          .in("app")
          .with("ring", "dev")
          .with("reason", "no build installed for a week");
      pen.send();
    }
    if (dice.chance(Rarity.seen(0.02, others))) {
      recognise(person, at + 3 * 24 * Calendar.HOUR, dice.oneOf("badge", "gift", "title"), pen);
    }
  }

  private static void recognise(int person, long at, String kind, Pen pen) {
    pen.member("recognition_given", person, at)
        .in("app")
        .with("recognition_kind", kind)
        .with("reason", "thanks of the founders");
    pen.send();
  }
}
