package groundswell.generate.activity;

import groundswell.generate.output.Outbox;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import java.util.List;

/** All scenes of one community; plays one day of one shard. One per thread. */
public final class Script {
  private final Community community;
  private final List<Scene> scenes;

  public Script(Community community) {
    this.community = community;
    Posts threads = new Posts(community, Aspect.THREAD, "forum", 0.03);
    Posts feed = new Posts(community, Aspect.FEED, "qzone", 0.03);
    Posts broadcasts = new Posts(community, Aspect.BROADCAST, "weibo", 0.02);
    scenes =
        List.of(
            new Arrivals(community),
            new Changes(community),
            new Bonds(community),
            new Conversations(community),
            new OpenTalk(community),
            new Acquaintances(community, threads),
            new Fans(community, broadcasts),
            new Forum(community, threads),
            new Feed(community, feed),
            new Broadcasts(community, broadcasts),
            new Exposures(community, threads),
            new Builds(community),
            new Contributions(community),
            new Meetups(community),
            new ServiceDesk(community),
            new Surveys(community),
            new Market(community),
            new Subscriptions(community),
            new Prices(community),
            new FlashSales(community),
            new Shop(community));
  }

  /** Sends every event of a day that belongs to the shard. */
  public void play(int day, Shard shard, Outbox outbox) {
    Calendar calendar = community.calendar();
    Pen pen = new Pen(community, day, outbox);
    for (Scene scene : scenes) {
      for (int begun = Math.max(0, day - scene.reach()); begun <= day; begun++) {
        if (calendar.contains(begun)) {
          scene.play(begun, shard, pen);
        }
      }
    }
  }
}
