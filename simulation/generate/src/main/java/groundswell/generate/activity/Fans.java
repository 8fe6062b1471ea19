package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Streams;

/** Followers take up what those they follow broadcast. */
final class Fans implements Scene {
  /** Answers per following [1/day]. */
  private static final double PER_DAY = 0.018;

  private final Community community;
  private final Posts broadcasts;

  Fans(Community community, Posts broadcasts) {
    this.community = community;
    this.broadcasts = broadcasts;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    Arcs follows = community.ties().follows();
    double rate = PER_DAY * community.calendar().weekday(day);
    long dayKey = community.streams().dayKey(Aspect.FAN, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (!community.isMember(person, day)) {
        continue;
      }
      for (int arc = follows.first(person); arc < follows.first(person + 1); arc++) {
        int star = follows.other(arc);
        if (Streams.happens(dayKey, pair(person, star), rate) && community.isMember(star, day)) {
          takeUp(person, star, day, pen);
        }
      }
    }
  }

  private void takeUp(int fan, int star, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.FAN, pair(fan, star), day));
    int hours = community.people().city(fan).hoursFromHome();
    long at = Rhythm.instant(dice, community.calendar(), day, hours);
    int posted = broadcasts.latestDay(star, day - 1);
    String own = Ids.thing('p', dice.bits());
    if (posted >= 0 && dice.chance(0.7)) {
      String root = broadcasts.id(star, posted, 0);
      pen.member("broadcast_reposted", fan, at)
          .in("weibo")
          .object(own)
          .target(People.id(star))
          .with("root_id", root)
          .with("parent_id", root)
          .with("is_rewarded", dice.chance(0.1));
    } else {
      pen.member("mention", fan, at).in("weibo").object(own).target(People.id(star));
    }
    pen.send();
  }

  private static long pair(int from, int to) {
    return ((long) from << 32) | to;
  }
}
