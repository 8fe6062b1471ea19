package groundswell.kernels.random;

/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw (2011), "Parallel
 * random numbers: as easy as 1, 2, 3", doi:10.1145/2063384.2063405. It passes the batteries of
 * TestU01 and costs several times a draw of {@link Draws}; it stands beside it to cross-check a
 * result with other random numbers of the same shape (key, entity).
 */
public final class Philox {
  private static final long FIRST_MULTIPLIER = 0xD2511F53L;
  private static final long SECOND_MULTIPLIER = 0xCD9E8D57L;
  private static final int FIRST_WEYL = 0x9E3779B9;
  private static final int SECOND_WEYL = 0xBB67AE85;
  private static final long LOW = 0xFFFFFFFFL;

  private Philox() {}

  /** Uniform in the open interval (0, 1), 52 bits, like {@link Draws#uniform}. */
  public static double uniform(long key, long entity) {
    return Draws.unit(bits(key, entity, 0, 0));
  }

  /**
   * First two (half 0) or last two (half 1) of the four output words, the earlier one in the low
   * bits. The counter is (low, high) with its lowest word first.
   */
  static long bits(long key, long low, long high, int half) {
    long c0 = low & LOW;
    long c1 = low >>> 32;
    long c2 = high & LOW;
    long c3 = high >>> 32;
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < 10; round++) {
      long first = FIRST_MULTIPLIER * c0;
      long second = SECOND_MULTIPLIER * c2;
      c0 = (second >>> 32) ^ c1 ^ (k0 & LOW);
      c2 = (first >>> 32) ^ c3 ^ (k1 & LOW);
      c1 = second & LOW;
      c3 = first & LOW;
      k0 += FIRST_WEYL;
      k1 += SECOND_WEYL;
    }
    return half == 0 ? c0 | c1 << 32 : c2 | c3 << 32;
  }
}
