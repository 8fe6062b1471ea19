package groundswell.kernels.random;

import java.util.random.RandomGenerator;

/**
 * A sequence of draws that belongs to one key (see {@link Draws#key}); the n-th draw is a function
 * of (key, n) alone. Not for use by two threads at once; cheap enough to make one per entity.
 */
public final class KeyedRandom implements RandomGenerator {
  private long key;
  private long drawn;

  public KeyedRandom(long key) {
    this.key = key;
  }

  /** Begins the sequence of another key, without making a new object. */
  public KeyedRandom restart(long newKey) {
    key = newKey;
    drawn = 0;
    return this;
  }

  @Override
  public long nextLong() {
    return Draws.bits(key, drawn++);
  }

  /** Uniform in the open interval (0, 1); never 0, so its logarithm exists. */
  @Override
  public double nextDouble() {
    return Draws.uniform(key, drawn++);
  }

  @Override
  public double nextExponential() {
    return -NaturalLog.of(nextDouble());
  }
}
