package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Spread;
import groundswell.generate.world.Streams;

/** Friends write to each other, mostly in both directions: what makes a strong tie measurable. */
final class Conversations implements Scene {
  /** Conversations per strong tie [1/day]. */
  private static final double PER_DAY = 0.12;

  private static final double ANSWERED = 0.8;

  private final Community community;

  Conversations(Community community) {
    this.community = community;
  }

  @Override
  public int reach() {
    return 1;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    Arcs strong = community.ties().strong();
    double rate = PER_DAY * community.calendar().weekday(day);
    long dayKey = community.streams().dayKey(Aspect.CONVERSATION, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (!community.isMember(person, day)) {
        continue;
      }
      for (int arc = strong.first(person); arc < strong.first(person + 1); arc++) {
        int friend = strong.other(arc);
        if (person < friend
            && Streams.happens(dayKey, pair(person, friend), rate)
            && community.isMember(friend, day)) {
          converse(person, friend, day, pen);
        }
      }
    }
  }

  private void converse(int person, int friend, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.CONVERSATION, pair(person, friend), day));
    boolean turned = dice.chance(0.5);
    int from = turned ? friend : person;
    int to = turned ? person : friend;
    int hours = community.people().city(from).hoursFromHome();
    long at = Rhythm.instant(dice, community.calendar(), day, hours);
    String thread = Ids.thing('c', dice.bits());
    say(from, to, at, day, thread, pen);
    if (dice.chance(ANSWERED)) {
      long answeredAt = at + (long) (dice.lognormal(180, 1.2) * Calendar.SECOND);
      say(to, from, Math.min(answeredAt, at + 12 * Calendar.HOUR), day, thread, pen);
    }
  }

  private void say(int from, int to, long at, int day, String thread, Pen pen) {
    var message =
        pen.member("message_sent", from, at)
            .in("wechat")
            .target(People.id(to))
            .with("thread_id", thread);
    Spread adopted = community.adopted();
    if (adopted.day()[from] < day && adopted.day()[from] >= day - 28) {
      message.with("product_id", Topics.PHONE);
    }
    pen.send();
  }

  private static long pair(int from, int to) {
    return ((long) from << 32) | to;
  }
}
