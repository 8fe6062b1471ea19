package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;

/** Broadcasts and their cascades: reposted by followers, and by the followers of those. */
final class Broadcasts implements Scene {
  private static final double REPOSTING = 0.03;
  private static final int DEEPEST = 4;

  private final Community community;
  private final Posts posts;

  Broadcasts(Community community, Posts posts) {
    this.community = community;
    this.posts = posts;
  }

  @Override
  public int reach() {
    return 3;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    for (int author = shard.number();
        author < community.people().count();
        author += shard.count()) {
      int count = posts.count(author, day);
      for (int number = 0; number < count; number++) {
        post(author, day, number, pen);
      }
    }
  }

  private void post(int author, int day, int number, Pen pen) {
    Dice dice = pen.chain(posts.key(author, day, number));
    String root = posts.id(author, day, number);
    long at = posts.instant(dice, author, day);
    String campaign = campaign(day, dice);
    var post =
        pen.member("broadcast_posted", author, at)
            .in("weibo")
            .object(root)
            .with("topic", Topics.topic(dice));
    if (campaign != null) {
      post.within(campaign).with("campaign_id", campaign).with("product_id", Topics.PHONE);
    }
    pen.send();
    spread(author, day, root, root, at, campaign, DEEPEST, dice, pen);
  }

  private String campaign(int day, Dice dice) {
    return community.calendar().isCampaign(day) && dice.chance(0.5) ? "know-aurora" : null;
  }

  private void spread(
      int from,
      int day,
      String root,
      String parent,
      long at,
      String campaign,
      int deeper,
      Dice dice,
      Pen pen) {
    Arcs followers = community.ties().followers();
    for (int arc = followers.first(from); deeper > 0 && arc < followers.first(from + 1); arc++) {
      int follower = followers.other(arc);
      if (community.isMember(follower, day) && dice.chance(REPOSTING)) {
        long later = at + (long) (Math.min(16, dice.lognormal(1, 1.2)) * Calendar.HOUR);
        String own = Ids.thing('p', dice.bits());
        var repost =
            pen.member("broadcast_reposted", follower, later)
                .in("weibo")
                .object(own)
                .target(People.id(from))
                .with("root_id", root)
                .with("parent_id", parent)
                .with("is_rewarded", campaign != null);
        if (campaign != null) {
          repost.within(campaign).with("campaign_id", campaign);
        }
        pen.send();
        spread(follower, day, root, own, later, campaign, deeper - 1, dice, pen);
      }
    }
  }
}
