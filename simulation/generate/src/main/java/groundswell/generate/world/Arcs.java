package groundswell.generate.world;

import java.util.Arrays;

/**
 * Arcs of one kind in compressed rows: those of {@code person} are {@code other(first(person))} up
 * to before {@code first(person + 1)}, ascending. Immutable.
 */
public final class Arcs {
  private final int[] first; // [people + 1]
  private final int[] other; // [arcs]

  private Arcs(int[] first, int[] other) {
    this.first = first;
    this.other = other;
  }

  /** From sorted distinct pairs (from &lt;&lt; 32 | to). */
  static Arcs of(long[] pairs, int people) {
    int[] first = new int[people + 1];
    int[] other = new int[pairs.length];
    for (int arc = 0; arc < pairs.length; arc++) {
      first[(int) (pairs[arc] >>> 32) + 1]++;
      other[arc] = (int) pairs[arc];
    }
    for (int person = 0; person < people; person++) {
      first[person + 1] += first[person];
    }
    return new Arcs(first, other);
  }

  /** The same arcs, each turned round. */
  static Arcs reversed(long[] pairs, int people) {
    return of(sorted(turned(pairs)), people);
  }

  /** Each pair in both directions. */
  static Arcs both(long[] pairs, int people) {
    long[] all = Arrays.copyOf(pairs, 2 * pairs.length);
    System.arraycopy(turned(pairs), 0, all, pairs.length, pairs.length);
    return of(sorted(all), people);
  }

  private static long[] turned(long[] pairs) {
    long[] turned = new long[pairs.length];
    for (int arc = 0; arc < pairs.length; arc++) {
      turned[arc] = (pairs[arc] << 32) | (pairs[arc] >>> 32);
    }
    return turned;
  }

  private static long[] sorted(long[] pairs) {
    Arrays.sort(pairs);
    return pairs;
  }

  public int first(int person) {
    return first[person];
  }

  public int other(int arc) {
    return other[arc];
  }

  public int degree(int person) {
    return first[person + 1] - first[person];
  }

  public int count() {
    return other.length;
  }
}
