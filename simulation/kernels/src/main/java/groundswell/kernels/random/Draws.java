package groundswell.kernels.random;

/**
 * Random numbers without state: every draw is a pure function of (stream seed, replication, aspect,
 * entity). Nothing travels between threads or machines, so a result does not depend on how the work
 * is cut, and two scenarios that share a seed differ only where they differ (common random
 * numbers).
 *
 * <p>The function is the 64-bit finaliser of SplitMix64 (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195, with the constants of Stafford's variant 13), applied to a keyed
 * counter. Prefer {@link KeyedRandom} where one entity needs many draws in a row.
 */
public final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long ONE_BITS = 0x3FF0000000000000L; // of 1.0
  private static final double BELOW_ONE = 1 - 0x1.0p-53;

  private Draws() {}

  /** Key of one aspect of one replication; made once outside the loop, then used per entity. */
  public static long key(long seed, long replication, int aspect) {
    return mix(mix(mix(seed + GOLDEN_GAMMA) + replication * GOLDEN_GAMMA) + aspect * GOLDEN_GAMMA);
  }

  /** Key of one entity below a key: for draws that are counted within an entity. */
  public static long key(long key, long entity) {
    return mix(key ^ mix(entity + GOLDEN_GAMMA));
  }

  /** 64 random bits of one entity. */
  public static long bits(long key, long entity) {
    return mix(key + entity * GOLDEN_GAMMA);
  }

  /** Uniform in the open interval (0, 1), 52 bits; never 0 and never 1, so its logarithm exists. */
  public static double uniform(long key, long entity) {
    return unit(bits(key, entity));
  }

  /** Exponential with mean 1. */
  public static double exponential(long key, long entity) {
    return -NaturalLog.of(uniform(key, entity));
  }

  /** Uniform integer in [0, bound), {@code bound} &gt; 0, by multiplication (Lemire 2019). */
  public static int below(long key, long entity, int bound) {
    return (int) (((bits(key, entity) >>> 32) * bound) >>> 32);
  }

  /**
   * The upper 52 bits as (n + 1/2) 2^-52, exactly: they become the fraction of a double in [1, 2).
   * With 53 bits the largest number would round to 1. No conversion from long takes part: its
   * instruction waits for the old value of a register, and loops around a logarithm took three
   * times as long.
   */
  static double unit(long bits) {
    return Double.longBitsToDouble(ONE_BITS | bits >>> 12) - BELOW_ONE;
  }

  /** The finaliser: a bijection of 64 bits in which every input bit moves every output bit. */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
