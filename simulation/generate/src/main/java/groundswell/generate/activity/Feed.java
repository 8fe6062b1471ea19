package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;

/** Feed posts, and what friends do with them. */
final class Feed implements Scene {
  private final Community community;
  private final Posts posts;
  private final double regretting;

  Feed(Community community, Posts posts) {
    this.community = community;
    this.posts = posts;
    regretting = Rarity.seen(0.04, community.people().count() * 0.3);
  }

  @Override
  public int reach() {
    return 2;
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
    pen.member("feed_posted", author, at)
        .in("qzone")
        .object(root)
        .with("topic", Topics.topic(dice));
    pen.send();
    Arcs friends = community.ties().strong();
    for (int arc = friends.first(author); arc < friends.first(author + 1); arc++) {
      if (community.isMember(friends.other(arc), day)) {
        react(friends.other(arc), author, root, at, dice, pen);
      }
    }
  }

  private void react(int friend, int author, String root, long at, Dice dice, Pen pen) {
    long later = at + (long) (Math.min(20, dice.lognormal(2, 1)) * Calendar.HOUR);
    switch (dice.weighted(0.45, 0.35, 0.15, 0.05)) {
      case 1 -> reaction(friend, author, root, later, dice, pen);
      case 2 -> {
        pen.member("feed_commented", friend, later)
            .in("qzone")
            .object(Ids.thing('p', dice.bits()))
            .target(People.id(author))
            .with("root_id", root)
            .with("parent_id", root);
        pen.send();
      }
      case 3 -> {
        pen.member("feed_shared", friend, later)
            .in("qzone")
            .object(Ids.thing('p', dice.bits()))
            .target(People.id(author))
            .with("root_id", root)
            .with("parent_id", root);
        pen.send();
      }
      default -> {} // did not see it
    }
  }

  private void reaction(int friend, int author, String root, long at, Dice dice, Pen pen) {
    String reaction = dice.oneOf("up", "up", "up", "thanks", "laugh", "down");
    pen.member("reaction_added", friend, at)
        .in("qzone")
        .object(root)
        .target(People.id(author))
        .with("root_id", root)
        .with("reaction", reaction);
    pen.send();
    if (dice.chance(regretting)) {
      pen.member("reaction_removed", friend, at + Calendar.HOUR)
          .in("qzone")
          .object(root)
          .target(People.id(author))
          .with("root_id", root)
          .with("reaction", reaction);
      pen.send();
    }
  }
}
