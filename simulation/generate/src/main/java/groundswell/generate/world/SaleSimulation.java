package groundswell.generate.world;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holds a flash sale: who reserves, who comes when, whom the gate lets through first, and for whom
 * the stock lasts. A gate is a queue with a constant time of service (Lindley's recursion).
 */
final class SaleSimulation {
  /** Share of the people for whom there is a unit. */
  private static final double STOCK_SHARE = 0.03;

  private static final int RESERVATION_DAYS = 14;
  private static final long OPENS = 12 * Calendar.HOUR;

  private final SaleRules rules;
  private final Streams streams;
  private final Calendar calendar;

  SaleSimulation(SaleRules rules, Streams streams, Calendar calendar) {
    this.rules = rules;
    this.streams = streams;
    this.calendar = calendar;
  }

  Sale hold(int number, Spread joined, int[] leftOn) {
    int people = leftOn.length;
    int day = calendar.saleDay(number);
    long opensAt = calendar.begin(day) + OPENS;
    int[] reservedOn = new int[people];
    Arrays.fill(reservedOn, Spread.NEVER);
    long[] arrival = new long[people];
    for (int person = 0; person < people; person++) {
      arrival[person] = -1;
      if (joined.day()[person] < day && leftOn[person] > day) {
        arrival[person] = arrival(number, person, joined.day()[person], day, reservedOn);
      }
    }
    return gate(number, day, opensAt, reservedOn, arrival);
  }

  /** Delay after T0 [microseconds], or -1 for somebody who does not come. */
  private long arrival(int number, int person, int joinedDay, int day, int[] reservedOn) {
    Dice dice = new Dice().at(streams.key(Aspect.SALE, person, number));
    if (dice.chance(rules.reserving())) {
      int window = Math.min(RESERVATION_DAYS, day - joinedDay - 1); // from the day after joining
      double eagerness = dice.uniform();
      reservedOn[person] =
          window < 1 ? Spread.NEVER : day - 1 - (int) (window * eagerness * eagerness);
    }
    boolean comes =
        dice.chance(reservedOn[person] == Spread.NEVER ? rules.walkIn() : rules.showUp());
    if (!comes) {
      return -1;
    }
    double seconds =
        dice.chance(rules.poised())
            ? dice.lognormal(rules.poisedMedianSeconds(), rules.poisedSigma())
            : dice.exponential(rules.lateMeanSeconds());
    return (long) (Math.min(seconds, 11 * 3_600) * Calendar.SECOND);
  }

  private Sale gate(int number, int day, long opensAt, int[] reservedOn, long[] arrival) {
    int[] attempts =
        IntStream.range(0, arrival.length)
            .filter(person -> arrival[person] >= 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(person -> arrival[person]).thenComparing(p -> p))
            .mapToInt(Integer::intValue)
            .toArray();
    long service = (long) (Calendar.SECOND / rules.gatePerSecond());
    long[] servedAt = new long[attempts.length];
    long free = 0;
    for (int index = 0; index < attempts.length; index++) {
      free = Math.max(arrival[attempts[index]], free) + service;
      servedAt[index] = opensAt + free;
    }
    int stock = (int) Math.max(1, Math.round(arrival.length * STOCK_SHARE));
    int allocated = Math.min(stock, attempts.length);
    return new Sale(number, day, opensAt, stock, reservedOn, attempts, servedAt, allocated);
  }
}
