package groundswell.jobs.marts.programme;

import java.util.Collection;

/**
 * Over how few shoulders work is spread. Core, regular and casual contributors are those who give
 * the first 80 %, the next 15 % and the rest, the busiest first; the bus factor is the number of
 * those who give the first half, known as the contributor absence factor.
 */
final class Shoulders {
  private static final int CORE_PERCENT = 80;
  private static final int REGULAR_PERCENT = 95;
  private static final int HALF_PERCENT = 50;

  /** Contributions by contributor, the busiest first. */
  private final long[] busiestFirst;

  private final long total;

  Shoulders(Collection<Long> contributions) {
    busiestFirst = contributions.stream().mapToLong(count -> -count).sorted().toArray();
    for (int place = 0; place < busiestFirst.length; place++) {
      busiestFirst[place] = -busiestFirst[place];
    }
    total = contributions.stream().mapToLong(count -> count).sum();
  }

  long contributors() {
    return busiestFirst.length;
  }

  long core() {
    return givingFirst(CORE_PERCENT);
  }

  long regular() {
    return givingFirst(REGULAR_PERCENT) - core();
  }

  long casual() {
    return contributors() - givingFirst(REGULAR_PERCENT);
  }

  /** Null without contributors. */
  Long busFactor() {
    return total == 0 ? null : Long.valueOf(givingFirst(HALF_PERCENT));
  }

  /** Null without contributors. */
  Double gini() {
    if (total == 0) {
      return null;
    }
    long contributors = contributors();
    long weighted = 0;
    for (int place = 0; place < contributors; place++) {
      weighted += (contributors - 1 - 2L * place) * busiestFirst[place];
    }
    return (double) weighted / (contributors * total);
  }

  /** The smallest number of the busiest who together give so many per cent. */
  private long givingFirst(int percent) {
    long given = 0;
    int place = 0;
    while (place < busiestFirst.length && given * 100 < total * percent) {
      given += busiestFirst[place++];
    }
    return place;
  }
}
