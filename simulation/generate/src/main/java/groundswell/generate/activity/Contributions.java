package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Streams;

/** Themes, translations, ports and answers that members give; staff accept about half. */
final class Contributions implements Scene {
  private static final double PER_DAY = 0.004;

  private final Community community;

  Contributions(Community community) {
    this.community = community;
  }

  @Override
  public int reach() {
    return 5;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    long dayKey = community.streams().dayKey(Aspect.CONTRIBUTION, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      double rate = PER_DAY * community.people().drive(person);
      if (Streams.happens(dayKey, person, rate) && community.isMember(person, day)) {
        contribute(person, day, pen);
      }
    }
  }

  private void contribute(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.CONTRIBUTION, person, day));
    String id = Ids.thing('w', dice.bits());
    String type =
        dice.oneOf("theme", "translation", "device_port", "question_answer", "edit", "code");
    long at = Rhythm.instant(dice, community.calendar(), day, 0);
    pen.member("contribution_submitted", person, at)
        .in("forum")
        .object(id)
        .with("contribution_id", id)
        .with("contribution_type", type)
        .with("product_id", Topics.PHONE);
    pen.send();
    if (dice.chance(0.5)) {
      long later = at + (long) (dice.uniform() * 90 * Calendar.HOUR);
      pen.staff("contribution_accepted", Staff.onDuty(community, dice), later)
          .in("forum")
          .object(id)
          .target(People.id(person))
          .with("contribution_id", id)
          .with("contribution_type", type);
      pen.send();
    }
  }
}
