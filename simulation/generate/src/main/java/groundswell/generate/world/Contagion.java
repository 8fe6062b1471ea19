package groundswell.generate.world;

import groundswell.generate.world.TrueParameters.Hazards;
import groundswell.kernels.random.Draws;
import java.util.Arrays;

/**
 * Spread along the ties with a complementary log-log hazard per day. Counts of talking neighbours
 * are integers, so the outcome does not depend on the order in which people are visited. Cost: days
 * × people + arcs of those reached.
 */
final class Contagion {
  private final Ties ties;
  private final Hazards hazards;
  private final Calendar calendar;
  private final long key;
  private final int[] talkingStrong;
  private final int[] talkingWeak;
  private final int[] talkingFollowed;
  private final int[] day;
  private final byte[] cause;
  private final int[] source;
  private final int[] order;
  private final int[] firstOf;
  private int reached;

  Contagion(Ties ties, Hazards hazards, Calendar calendar, int people, long key) {
    this.ties = ties;
    this.hazards = hazards;
    this.calendar = calendar;
    this.key = key;
    talkingStrong = new int[people];
    talkingWeak = new int[people];
    talkingFollowed = new int[people];
    day = new int[people];
    Arrays.fill(day, Spread.NEVER);
    cause = new byte[people];
    source = new int[people];
    Arrays.fill(source, -1);
    order = new int[people];
    firstOf = new int[calendar.days() + 1];
  }

  /**
   * Runs through all days.
   *
   * @param riskFrom first day at risk, by person
   * @param riskUntil first day not at risk any more, by person
   * @param given day on which somebody is reached in any case, by person
   */
  Spread run(int[] riskFrom, int[] riskUntil, int[] given) {
    for (int today = 0; today < calendar.days(); today++) {
      firstOf[today] = reached;
      talk(today - 1, 1);
      talk(today - 1 - hazards.talkDays(), -1);
      double external =
          hazards.external() + (calendar.isCampaign(today) ? hazards.advertising() : 0);
      for (int person = 0; person < day.length; person++) {
        if (given[person] == today && day[person] == Spread.NEVER) {
          reach(person, today, Spread.GIVEN);
        } else if (day[person] == Spread.NEVER
            && riskFrom[person] <= today
            && today < riskUntil[person]) {
          expose(person, today, external);
        }
      }
    }
    firstOf[calendar.days()] = reached;
    return new Spread(day, cause, source, Arrays.copyOf(order, reached), firstOf);
  }

  /** Those reached on a day begin (+1) or cease (-1) to talk. */
  private void talk(int reachedDay, int step) {
    if (!calendar.contains(reachedDay)) {
      return;
    }
    for (int index = firstOf[reachedDay]; index < firstOf[reachedDay + 1]; index++) {
      addTo(talkingStrong, ties.strong(), order[index], step);
      addTo(talkingWeak, ties.weak(), order[index], step);
      addTo(talkingFollowed, ties.followers(), order[index], step);
    }
  }

  private static void addTo(int[] counts, Arcs arcs, int person, int step) {
    for (int arc = arcs.first(person); arc < arcs.first(person + 1); arc++) {
      counts[arcs.other(arc)] += step;
    }
  }

  private void expose(int person, int today, double external) {
    double strong = hazards.strong() * talkingStrong[person];
    double weak = hazards.weak() * talkingWeak[person];
    double broadcast = hazards.broadcast() * talkingFollowed[person];
    double hazard = external + strong + weak + broadcast;
    long dayKey = Draws.key(key, today);
    if (Draws.uniform(dayKey, person) >= -Math.expm1(-hazard)) {
      return;
    }
    double mark = Draws.uniform(~dayKey, person) * hazard;
    if (mark < strong) {
      reachFrom(person, today, Spread.STRONG, ties.strong());
    } else if (mark < strong + weak) {
      reachFrom(person, today, Spread.WEAK, ties.weak());
    } else if (mark < strong + weak + broadcast) {
      reachFrom(person, today, Spread.BROADCAST, ties.follows());
    } else {
      reach(person, today, Spread.EXTERNAL);
    }
  }

  private void reachFrom(int person, int today, byte newCause, Arcs arcs) {
    int talking = 0;
    for (int arc = arcs.first(person); arc < arcs.first(person + 1); arc++) {
      if (talks(arcs.other(arc), today)) {
        talking++;
        if (Draws.below(Draws.key(key, person), talking, talking) == 0) { // each as likely
          source[person] = arcs.other(arc);
        }
      }
    }
    reach(person, today, newCause);
  }

  private boolean talks(int other, int today) {
    return day[other] < today && day[other] >= today - hazards.talkDays();
  }

  private void reach(int person, int today, byte newCause) {
    day[person] = today;
    cause[person] = newCause;
    order[reached++] = person;
  }
}
