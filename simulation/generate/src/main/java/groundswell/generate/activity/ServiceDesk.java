package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Streams;

/** Tickets: opened, answered by staff within hours, closed, rated by some. */
final class ServiceDesk implements Scene {
  private final Community community;
  private final double perDay;

  ServiceDesk(Community community) {
    this.community = community;
    perDay = Rarity.seen(0.0025, community.people().count() * 0.3 * community.calendar().days());
  }

  @Override
  public int reach() {
    return 4;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    long dayKey = community.streams().dayKey(Aspect.DESK, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (Streams.happens(dayKey, person, perDay) && community.isMember(person, day)) {
        ticket(person, day, pen);
      }
    }
  }

  private void ticket(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.DESK, person, day));
    String ticket = Ids.thing('k', dice.bits());
    int staff = Staff.onDuty(community, dice);
    long at = Rhythm.instant(dice, community.calendar(), day, 0);
    pen.member("service_ticket_opened", person, at)
        .in("wechat")
        .object(ticket)
        .with("ticket_id", ticket)
        .with("topic", Topics.topic(dice))
        .with("product_id", Topics.PHONE);
    String opened = pen.sendForId();
    long repliedAt = at + (long) (Math.min(24, dice.lognormal(0.7, 1.1)) * Calendar.HOUR);
    pen.staff("service_replied", staff, repliedAt)
        .in("wechat")
        .object(ticket)
        .target(People.id(person))
        .because(opened)
        .with("ticket_id", ticket);
    pen.send();
    long closedAt = repliedAt + (long) (dice.uniform() * 24 * Calendar.HOUR);
    boolean rated = dice.chance(0.5);
    int score = 4 + dice.below(7);
    var closes =
        pen.staff("service_closed", staff, closedAt)
            .in("wechat")
            .object(ticket)
            .target(People.id(person))
            .with("ticket_id", ticket);
    if (rated) {
      closes.with("score", score);
    }
    pen.send();
    if (rated) {
      pen.member("csat_answered", person, closedAt + Calendar.HOUR)
          .in("wechat")
          .object(ticket)
          .with("ticket_id", ticket)
          .with("score", score);
      pen.send();
    }
  }
}
