package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;

/** Threads with the answers of acquaintances and staff, the accepted answer, essence, removals. */
final class Forum implements Scene {
  private final Community community;
  private final Posts threads;

  Forum(Community community, Posts threads) {
    this.community = community;
    this.threads = threads;
  }

  @Override
  public int reach() {
    return 4;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    for (int author = shard.number();
        author < community.people().count();
        author += shard.count()) {
      int count = threads.count(author, day);
      for (int number = 0; number < count; number++) {
        thread(author, day, number, pen);
      }
    }
  }

  private void thread(int author, int day, int number, Pen pen) {
    Dice dice = pen.chain(threads.key(author, day, number));
    String thread = threads.id(author, day, number);
    long at = threads.instant(dice, author, day);
    String topic = Topics.topic(dice);
    var begins =
        pen.member("thread_created", author, at)
            .in("forum")
            .object(thread)
            .with("topic", topic)
            .with("is_essence", false);
    if (dice.chance(0.4)) {
      begins.with("product_id", Topics.PHONE);
    }
    pen.send();
    String accepted = answers(author, day, at, thread, topic, dice, pen);
    if (accepted != null && topic.equals("how_to")) {
      long later = at + (long) ((48 + dice.uniform() * 20) * Calendar.HOUR);
      pen.member("answer_accepted", author, later)
          .in("forum")
          .object(accepted)
          .with("thread_id", thread)
          .with("parent_id", thread);
      pen.send();
    }
    moderate(at, thread, dice, pen);
  }

  /** Sends the answers; returns the id of the first, or null. */
  private String answers(
      int author, int day, long at, String thread, String topic, Dice dice, Pen pen) {
    int count = dice.poisson(1.3);
    String first = null;
    for (int number = 0; number < count; number++) {
      double hours = Math.min(40, dice.lognormal(3, 1.3));
      long answeredAt = at + (long) (hours * Calendar.HOUR);
      int answerer = acquaintance(author, day, dice);
      if (dice.chance(0.2) || answerer < 0) {
        pen.staff("reply_created", Staff.onDuty(community, dice), answeredAt);
      } else {
        pen.member("reply_created", answerer, answeredAt);
      }
      String reply = Ids.thing('p', dice.bits());
      pen.current()
          .in("forum")
          .object(reply)
          .target(People.id(author))
          .with("thread_id", thread)
          .with("parent_id", thread)
          .with("topic", topic);
      pen.send();
      first = first == null ? reply : first;
    }
    return first;
  }

  private int acquaintance(int author, int day, Dice dice) {
    Arcs weak = community.ties().weak();
    if (weak.degree(author) == 0) {
      return -1;
    }
    int other = weak.other(weak.first(author) + dice.below(weak.degree(author)));
    return community.isMember(other, day) ? other : -1;
  }

  private void moderate(long at, String thread, Dice dice, Pen pen) {
    double trials = community.people().count() * 0.3;
    if (dice.chance(Rarity.seen(0.02, trials))) {
      pen.staff("post_marked_essence", Staff.onDuty(community, dice), at + 30 * Calendar.HOUR)
          .in("forum")
          .object(thread)
          .with("thread_id", thread);
      pen.send();
    } else if (dice.chance(Rarity.seen(0.01, trials))) {
      pen.staff("content_removed", Staff.onDuty(community, dice), at + 2 * Calendar.HOUR)
          .in("forum")
          .object(thread)
          .with("removal_reason", dice.oneOf("spam", "abuse", "off_topic", "duplicate"));
      pen.send();
    }
  }
}
