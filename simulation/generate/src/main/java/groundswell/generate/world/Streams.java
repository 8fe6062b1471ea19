package groundswell.generate.world;

import groundswell.kernels.random.Draws;

/** Keys of the random streams of one community: one per aspect, entity and day. */
public final class Streams {
  private static final int MOST_ASPECTS = 64;

  private final long[] aspectKeys = new long[MOST_ASPECTS];

  public Streams(long seed) {
    for (Aspect aspect : Aspect.values()) {
      aspectKeys[aspect.code()] = Draws.key(seed, 0, aspect.code());
    }
  }

  /** Key of a whole aspect. */
  public long key(Aspect aspect) {
    return aspectKeys[aspect.code()];
  }

  /** Key of one day in one aspect, for a first draw per entity: see {@link #happens}. */
  public long dayKey(Aspect aspect, int day) {
    return Draws.key(aspectKeys[aspect.code()], Long.MIN_VALUE + day);
  }

  /** Whether something happens to an entity on the day of the key: one cheap draw. */
  public static boolean happens(long dayKey, long entity, double probability) {
    return Draws.uniform(dayKey, entity) < probability;
  }

  /** Key of one entity in one aspect. */
  public long key(Aspect aspect, long entity) {
    return Draws.key(aspectKeys[aspect.code()], entity);
  }

  /** Key of one entity on one day in one aspect. */
  public long key(Aspect aspect, long entity, int day) {
    return Draws.key(Draws.key(aspectKeys[aspect.code()], entity), day);
  }
}
