package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.City;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;

/** Meetups, one city after the other, announced a week before; every fifth is the members' own. */
final class Meetups implements Scene {
  private static final int NOTICE_DAYS = 7;

  private final Community community;
  private final double coming;

  Meetups(Community community) {
    this.community = community;
    coming = Math.min(0.5, 30.0 / Math.max(1, community.people().count() * 0.1));
  }

  @Override
  public int reach() {
    return NOTICE_DAYS + 1;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    int meetups = Math.min(4, 1 + community.people().count() / 8_000);
    for (int number = 0; number < meetups && day % 3 == 0; number++) {
      int city = (day / 3 * meetups + number) % City.count();
      Dice dice = new Dice().at(community.streams().key(Aspect.MEETUP, -1 - number, day));
      String meetup = Ids.thing('g', dice.bits());
      if (shard.isFirst()) {
        announce(meetup, city, day, dice, pen);
      }
      gather(meetup, city, day, number, shard, pen);
    }
  }

  private void announce(String meetup, int city, int day, Dice dice, Pen pen) {
    pen.chain(dice.bits());
    long at = community.calendar().begin(day) + 10 * Calendar.HOUR;
    String organiser = dice.oneOf("official", "official", "official", "member", "festival");
    pen.staff("meetup_announced", dice.below(7), at)
        .in("meetup")
        .object(meetup)
        .with("meetup_id", meetup)
        .with("organiser_kind", organiser)
        .with("city", City.of(city).name())
        .with("amount", 10_000L * (200 + dice.below(3_000)))
        .with("currency", "CNY");
    pen.send();
  }

  private void gather(String meetup, int city, int day, int number, Shard shard, Pen pen) {
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (community.people().cityNumber(person) == city && community.isMember(person, day)) {
        long entity = ((long) number << 32) | person;
        Dice dice = pen.chain(community.streams().key(Aspect.MEETUP, entity, day));
        if (dice.chance(coming)) {
          answer(meetup, person, day, dice, pen);
        }
      }
    }
  }

  private void answer(String meetup, int person, int day, Dice dice, Pen pen) {
    Calendar calendar = community.calendar();
    long announced = calendar.begin(day) + 10 * Calendar.HOUR;
    long at = announced + (long) (dice.uniform() * (NOTICE_DAYS - 1) * 24 * Calendar.HOUR);
    String answer = dice.oneOf("yes", "yes", "maybe", "no");
    pen.member("meetup_rsvp", person, at)
        .in("meetup")
        .object(meetup)
        .with("meetup_id", meetup)
        .with("answer", answer);
    pen.send();
    boolean comes = dice.chance(answer.equals("yes") ? 0.75 : answer.equals("maybe") ? 0.25 : 0);
    if (comes) {
      long begins = calendar.begin(day + NOTICE_DAYS) + 14 * Calendar.HOUR;
      long late = (long) (dice.uniform() * Calendar.HOUR);
      pen.member("meetup_attended", person, begins + late)
          .in("meetup")
          .object(meetup)
          .with("meetup_id", meetup);
      pen.send();
    }
  }
}
