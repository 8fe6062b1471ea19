package groundswell.generate.world;

import java.util.Arrays;

/**
 * Who is tied to whom. Strong ties are mostly within a city and a neighbourhood of it, weak ties go
 * to anybody by appeal, followings to the most appealing: degrees are heavy-tailed. A pair has one
 * kind of tie only.
 *
 * @param strong friends, both directions
 * @param weak acquaintances, both directions
 * @param follows from the follower to the followed
 * @param followers from the followed to the follower
 */
public record Ties(Arcs strong, Arcs weak, Arcs follows, Arcs followers) {
  private static final int NEIGHBOURHOOD = 12;

  /** Draws the ties of everybody. */
  public static Ties of(People people, Streams streams) {
    long[] strong = distinct(strongPairs(people, streams), new long[0]);
    Urn byAppeal = new Urn(people, 1.0);
    long[] weak = distinct(pairs(people, streams, Aspect.WEAK_TIE, 2.4, byAppeal), strong);
    long[] tied = merged(strong, weak);
    Urn byFame = new Urn(people, 1.6);
    long[] following = followings(pairs(people, streams, Aspect.FOLLOWING, 4.0, byFame), tied);
    int count = people.count();
    return new Ties(
        Arcs.both(strong, count),
        Arcs.both(weak, count),
        Arcs.of(following, count),
        Arcs.reversed(following, count));
  }

  private static long[] strongPairs(People people, Streams streams) {
    int[][] neighbours = byCity(people);
    int[] place = places(neighbours, people.count());
    Dice dice = new Dice();
    LongList pairs = new LongList();
    for (int person = 0; person < people.count(); person++) {
      dice.at(streams.key(Aspect.STRONG_TIE, person));
      int stubs = dice.poisson(Math.min(12, 0.75 + 0.45 * people.appeal(person)));
      int[] city = neighbours[people.cityNumber(person)];
      for (int stub = 0; stub < stubs; stub++) {
        int step = dice.chance(0.75) ? 1 + dice.below(NEIGHBOURHOOD) : 1 + dice.below(city.length);
        pairs.add(unordered(person, city[(place[person] + step) % city.length]));
      }
    }
    return pairs.toArray();
  }

  private static long[] pairs(People people, Streams streams, Aspect aspect, double mean, Urn urn) {
    Dice dice = new Dice();
    LongList pairs = new LongList();
    for (int person = 0; person < people.count(); person++) {
      dice.at(streams.key(aspect, person));
      int stubs = dice.poisson(mean);
      for (int stub = 0; stub < stubs; stub++) {
        int other = urn.draw(dice);
        pairs.add(aspect == Aspect.FOLLOWING ? ordered(person, other) : unordered(person, other));
      }
    }
    return pairs.toArray();
  }

  private static long[] followings(long[] pairs, long[] tied) {
    return Arrays.stream(pairs)
        .sorted()
        .distinct()
        .filter(pair -> (int) (pair >>> 32) != (int) pair)
        .filter(pair -> Arrays.binarySearch(tied, unordered((int) (pair >>> 32), (int) pair)) < 0)
        .toArray();
  }

  private static long[] distinct(long[] pairs, long[] without) {
    return Arrays.stream(pairs)
        .sorted()
        .distinct()
        .filter(pair -> (int) (pair >>> 32) != (int) pair)
        .filter(pair -> Arrays.binarySearch(without, pair) < 0)
        .toArray();
  }

  private static long[] merged(long[] left, long[] right) {
    long[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    Arrays.sort(all);
    return all;
  }

  private static int[][] byCity(People people) {
    int[] sizes = new int[City.count()];
    for (int person = 0; person < people.count(); person++) {
      sizes[people.cityNumber(person)]++;
    }
    int[][] members = new int[City.count()][];
    for (int city = 0; city < members.length; city++) {
      members[city] = new int[sizes[city]];
    }
    int[] filled = new int[City.count()];
    for (int person = 0; person < people.count(); person++) {
      int city = people.cityNumber(person);
      members[city][filled[city]++] = person;
    }
    return members;
  }

  private static int[] places(int[][] byCity, int count) {
    int[] place = new int[count];
    for (int[] city : byCity) {
      for (int index = 0; index < city.length; index++) {
        place[city[index]] = index;
      }
    }
    return place;
  }

  private static long unordered(int left, int right) {
    return ordered(Math.min(left, right), Math.max(left, right));
  }

  private static long ordered(int from, int to) {
    return ((long) from << 32) | to;
  }
}
