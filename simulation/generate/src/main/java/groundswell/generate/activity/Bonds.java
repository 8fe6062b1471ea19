package groundswell.generate.activity;

import groundswell.generate.world.Arcs;
import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.People;
import groundswell.generate.world.Spread;

/** Ties as they become visible: when the later of two joins; some end when one of them leaves. */
final class Bonds implements Scene {
  private final Community community;

  Bonds(Community community) {
    this.community = community;
  }

  @Override
  public void play(int day, Shard shard, Pen pen) {
    Spread joined = community.joined();
    for (int index = 0; index < joined.reachedOn(day); index++) {
      int person = joined.personOn(day, index);
      if (shard.holds(person)) {
        befriend(person, day, pen);
        follow(person, day, pen);
      }
    }
    for (int person = shard.number();
        person < community.people().count();
        person += shard.count()) {
      if (community.leftOn(person) == day) {
        part(person, day, pen);
      }
    }
  }

  private void befriend(int person, int day, Pen pen) {
    Arcs strong = community.ties().strong();
    for (int arc = strong.first(person); arc < strong.first(person + 1); arc++) {
      int friend = strong.other(arc);
      if (wasBefore(friend, person, day)) {
        tie("friend_confirmed", "wechat", person, friend, day, pen);
      }
    }
  }

  private void follow(int person, int day, Pen pen) {
    Arcs follows = community.ties().follows();
    for (int arc = follows.first(person); arc < follows.first(person + 1); arc++) {
      if (wasBefore(follows.other(arc), person, day)) {
        tie("follow", "weibo", person, follows.other(arc), day, pen);
      }
    }
    Arcs followers = community.ties().followers();
    for (int arc = followers.first(person); arc < followers.first(person + 1); arc++) {
      int follower = followers.other(arc);
      if (wasBefore(follower, person, day)) {
        tie("follow", "weibo", follower, person, day, pen);
      }
    }
  }

  /**
   * True when {@code other} is there and joined before {@code person}; a tie of days is by number.
   */
  private boolean wasBefore(int other, int person, int day) {
    int otherDay = community.joined().day()[other];
    return community.isMember(other, day) || (otherDay == day && other < person);
  }

  private void part(int person, int day, Pen pen) {
    Arcs strong = community.ties().strong();
    for (int arc = strong.first(person); arc < strong.first(person + 1); arc++) {
      if (community.isMember(strong.other(arc), day) && (arc & 3) != 0) {
        tie("friend_removed", "wechat", strong.other(arc), person, day, pen);
      }
    }
    Arcs followers = community.ties().followers();
    for (int arc = followers.first(person); arc < followers.first(person + 1); arc++) {
      if (community.isMember(followers.other(arc), day) && (arc & 1) == 0) {
        tie("unfollow", "weibo", followers.other(arc), person, day, pen);
      }
    }
  }

  private void tie(String type, String channel, int from, int to, int day, Pen pen) {
    long pair = ((long) from << 32) | to;
    Dice dice = pen.chain(community.streams().key(Aspect.BONDING, pair, day));
    Calendar calendar = community.calendar();
    // Joins end at 23:00 local time: a tie of the same day comes in the last hour.
    long at = calendar.last(day) - (long) (dice.uniform() * 0.95 * Calendar.HOUR);
    pen.member(type, from, at).in(channel).target(People.id(to));
    pen.send();
  }
}
