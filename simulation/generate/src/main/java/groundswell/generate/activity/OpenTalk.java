package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;

/**
 * The forum's open thread, begun anew by the staff every week: where people meet who never post.
 */
final class OpenTalk implements Scene {
  private static final int EVERY_DAYS = 7;

  private final Community community;

  OpenTalk(Community community) {
    this.community = community;
  }

  /** Id of the open thread of a day. */
  static String thread(Community community, int day) {
    return Ids.thing('p', community.streams().key(Aspect.THREAD, -1, day / EVERY_DAYS));
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    if (!shard.isFirst() || day % EVERY_DAYS != 0) {
      return;
    }
    pen.chain(community.streams().key(Aspect.THREAD, -1, day));
    pen.staff("thread_created", 0, community.calendar().begin(day) + Calendar.SECOND)
        .in("forum")
        .object(thread(community, day))
        .with("topic", "open_talk")
        .with("is_essence", false);
    pen.send();
  }
}
