package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Streams;

/** Acquaintances answer each other in the forum now and then: what makes a weak tie measurable. */
final class Acquaintances implements Scene {
  /** Replies per weak tie and direction [1/day]. */
  private static final double PER_DAY = 0.022;

  private final Community community;
  private final Posts threads;

  Acquaintances(Community community, Posts threads) {
    this.community = community;
    this.threads = threads;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    Arcs weak = community.ties().weak();
    double rate = PER_DAY * community.calendar().weekday(day);
    long dayKey = community.streams().dayKey(Aspect.ACQUAINTANCE, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (!community.isMember(person, day)) {
        continue;
      }
      for (int arc = weak.first(person); arc < weak.first(person + 1); arc++) {
        int other = weak.other(arc);
        if (Streams.happens(dayKey, pair(person, other), rate) && community.isMember(other, day)) {
          reply(person, other, day, pen);
        }
      }
    }
  }

  private void reply(int person, int other, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.ACQUAINTANCE, pair(person, other), day));
    int hours = community.people().city(person).hoursFromHome();
    long at = Rhythm.instant(dice, community.calendar(), day, hours);
    int posted = threads.latestDay(other, day - 1);
    String reply = Ids.thing('p', dice.bits());
    String thread = posted < 0 ? OpenTalk.thread(community, day) : threads.id(other, posted, 0);
    pen.member("reply_created", person, at)
        .in("forum")
        .object(reply)
        .target(People.id(other))
        .with("thread_id", thread)
        .with("parent_id", thread)
        .with("topic", Topics.topic(dice));
    pen.send();
  }

  private static long pair(int from, int to) {
    return ((long) from << 32) | to;
  }
}
