package groundswell.generate.activity;

/**
 * A fixed part of the people of one day: those whose number leaves {@code number} when divided by
 * {@code count}. How many shards there are depends on the community's size alone.
 */
public record Shard(int number, int count) {
  /** People per shard, so that one shard's day fits in memory. */
  private static final int PEOPLE = 100_000;

  public static int countFor(int people) {
    return (people + PEOPLE - 1) / PEOPLE;
  }

  /** True for the shard that also writes what belongs to no member. */
  public boolean isFirst() {
    return number == 0;
  }

  public boolean holds(int person) {
    return person % count == number;
  }
}
