package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Streams;

/** What members were shown; one in fifty showings is logged. */
final class Exposures implements Scene {
  private static final double PER_DAY = 0.08;
  private static final double SAMPLE_RATE = 0.02;

  private final Community community;
  private final Posts threads;

  Exposures(Community community, Posts threads) {
    this.community = community;
    this.threads = threads;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    long dayKey = community.streams().dayKey(Aspect.EXPOSURE, day);
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (Streams.happens(dayKey, person, PER_DAY) && community.isMember(person, day)) {
        show(person, day, pen);
      }
    }
  }

  private void show(int person, int day, Pen pen) {
    Dice dice = pen.chain(community.streams().key(Aspect.EXPOSURE, person, day));
    Arcs weak = community.ties().weak();
    if (weak.degree(person) == 0) {
      return;
    }
    int author = weak.other(weak.first(person) + dice.below(weak.degree(person)));
    int posted = threads.latestDay(author, day - 1);
    if (posted < 0) {
      return;
    }
    String content = threads.id(author, posted, 0);
    pen.member("content_exposed", person, Rhythm.instant(dice, community.calendar(), day, 0))
        .in("forum")
        .object(content)
        .target(People.id(author))
        .with("content_id", content)
        .with("position", 1 + dice.below(20))
        .with("sample_rate", SAMPLE_RATE);
    pen.send();
  }
}
