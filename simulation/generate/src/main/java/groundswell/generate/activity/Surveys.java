package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.Streams;

/** "Would you recommend us?", asked now and then; owners of the phone are kinder. */
final class Surveys implements Scene {
  private final Community community;
  private final double perDay;

  Surveys(Community community) {
    this.community = community;
    perDay = Rarity.seen(0.002, community.people().count() * 0.3 * community.calendar().days());
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    long dayKey = community.streams().dayKey(Aspect.SURVEY, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (Streams.happens(dayKey, person, perDay) && community.isMember(person, day)) {
        Dice dice = pen.chain(community.streams().key(Aspect.SURVEY, person, day));
        boolean owner = community.adopted().day()[person] < day;
        int score = owner ? Math.min(10, 5 + dice.below(7)) : dice.below(11);
        pen.member("nps_answered", person, Rhythm.instant(dice, community.calendar(), day, 0))
            .in("app")
            .with("score", score);
        pen.send();
      }
    }
  }
}
