package groundswell.kernels.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Chi-square tests on fixed keys. Each draws 2^16 pairs of neighbours and counts the upper four
 * bits of both in 256 cells: 255 degrees of freedom, 0.1 % points 190.9 and 330.5.
 */
class DrawsUniformityTest {
  private static final int PAIRS = 1 << 16;

  @Test
  void neighbouring_entities_are_independent() {
    long key = Draws.key(1, 0, 1);
    assertIndependent(i -> Draws.bits(key, 2 * i), i -> Draws.bits(key, 2 * i + 1));
  }

  @Test
  void neighbouring_aspects_are_independent() {
    assertIndependent(
        i -> Draws.bits(Draws.key(1, 0, 1), i), i -> Draws.bits(Draws.key(1, 0, 2), i));
  }

  @Test
  void neighbouring_replications_are_independent() {
    assertIndependent(
        i -> Draws.bits(Draws.key(1, i, 1), 9), i -> Draws.bits(Draws.key(1, i + 1, 1), 9));
  }

  @Test
  void neighbouring_seeds_are_independent() {
    assertIndependent(
        i -> Draws.bits(Draws.key(i, 0, 1), 9), i -> Draws.bits(Draws.key(i + 1, 0, 1), 9));
  }

  @Test
  void keys_below_neighbouring_entities_are_independent() {
    long key = Draws.key(1, 0, 1);
    assertIndependent(
        i -> Draws.bits(Draws.key(key, i), 0), i -> Draws.bits(Draws.key(key, i + 1), 0));
  }

  @Test
  void lower_bits_are_as_good_as_upper_bits() {
    long key = Draws.key(1, 0, 1);
    assertIndependent(i -> Draws.bits(key, i) << 60, i -> Draws.bits(key, i + 1_000_000) << 60);
  }

  /** Each input bit of the entity flips each output bit in half of the cases. */
  @Test
  void every_bit_of_an_entity_moves_every_bit_of_the_draw() {
    long key = Draws.key(3, 1, 4);
    for (int input = 0; input < 64; input++) {
      int[] flips = new int[64];
      for (int i = 0; i < 4096; i++) {
        long changed = Draws.bits(key, i) ^ Draws.bits(key, i ^ 1L << input);
        for (int output = 0; output < 64; output++) {
          flips[output] += (int) (changed >>> output & 1);
        }
      }
      for (int flipped : flips) {
        assertThat(flipped).isBetween(2048 - 160, 2048 + 160); // five standard deviations
      }
    }
  }

  @Test
  void philox_passes_the_same_test() {
    assertIndependent(i -> Philox.bits(1, 2 * i, 0, 0), i -> Philox.bits(1, 2 * i + 1, 0, 0));
  }

  private static void assertIndependent(LongUnaryOperator one, LongUnaryOperator other) {
    int[] counts = new int[256];
    for (long i = 0; i < PAIRS; i++) {
      counts[(int) (one.applyAsLong(i) >>> 60 << 4 | other.applyAsLong(i) >>> 60)]++;
    }
    double expected = PAIRS / 256.0;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    assertThat(chiSquare).isBetween(190.9, 330.5);
  }
}
