package groundswell.generate.activity;

import groundswell.generate.world.Aspect;
import groundswell.generate.world.Calendar;
import groundswell.generate.world.Community;
import groundswell.generate.world.Dice;
import groundswell.generate.world.Streams;
import groundswell.kernels.random.Draws;

/**
 * Who posts what when, as a pure function: anybody can ask for anybody's posts of any day, so a
 * reply finds its thread without a ledger of all posts.
 */
final class Posts {
  /** Most likely that somebody posts at all on a day; above it the posts per day grow. */
  private static final double ONE = 0.9;

  private final Community community;
  private final Aspect aspect;
  private final String home;
  private final double perDay;
  private final Dice dice = new Dice();

  Posts(Community community, Aspect aspect, String home, double perDay) {
    this.community = community;
    this.aspect = aspect;
    this.home = home;
    this.perDay = perDay;
  }

  /** How many posts somebody writes on a day. */
  int count(int author, int day) {
    if (day < 0 || !community.isMember(author, day)) {
      return 0;
    }
    double rate = perDay * community.people().drive(author) * community.calendar().weekday(day);
    double liking = community.people().home(author).equals(home) ? 2.0 : 0.6;
    double mean = rate * liking;
    if (!Streams.happens(community.streams().dayKey(aspect, day), author, Math.min(ONE, mean))) {
      return 0;
    }
    return mean <= ONE ? 1 : 1 + dice.at(key(author, day, -1)).poisson(Math.min(8, mean - ONE));
  }

  /** Key of one post: its id and its dice. */
  long key(int author, int day, int number) {
    return Draws.key(community.streams().key(aspect, author, day), number + 1L);
  }

  String id(int author, int day, int number) {
    return Ids.thing('p', key(author, day, number));
  }

  /** Instant of a post; the first draw of its dice. */
  long instant(int author, int day, int number) {
    return instant(dice.at(key(author, day, number)), author, day);
  }

  /** Instant of a post whose dice stand at their beginning. */
  long instant(Dice fresh, int author, int day) {
    Calendar calendar = community.calendar();
    return Rhythm.instant(fresh, calendar, day, community.people().city(author).hoursFromHome());
  }

  /** Latest day up to {@code day} on which somebody posted, not more than a week back, or -1. */
  int latestDay(int author, int day) {
    for (int back = 0; back < 7; back++) {
      if (count(author, day - back) > 0) {
        return day - back;
      }
    }
    return -1;
  }
}
