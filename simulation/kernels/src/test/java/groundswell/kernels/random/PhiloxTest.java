package groundswell.kernels.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The known answers that were published with Random123 for philox4x32 with ten rounds. */
class PhiloxTest {
  @Test
  void all_zeros() {
    assertAnswer(0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
  }

  @Test
  void all_ones() {
    assertAnswer(-1, -1, -1, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
  }

  @Test
  void digits_of_pi() {
    assertAnswer(
        words(0xa4093822, 0x299f31d0),
        words(0x243f6a88, 0x85a308d3),
        words(0x13198a2e, 0x03707344),
        0xd16cfe09,
        0x94fdcceb,
        0x5001e420,
        0x24126ea1);
  }

  /** A share of 0.3 by both generators, within four standard errors. */
  @Test
  void it_gives_the_same_mean_as_the_keyed_draws() {
    double ours = 0;
    double philox = 0;
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      ours += Draws.uniform(5, i) < 0.3 ? 1 : 0;
      philox += Philox.uniform(5, i) < 0.3 ? 1 : 0;
    }
    double error = Math.sqrt(0.21 / draws);
    assertThat(ours / draws).isCloseTo(0.3, within(4 * error));
    assertThat(philox / draws).isCloseTo(0.3, within(4 * error));
  }

  private static void assertAnswer(long key, long low, long high, int... words) {
    assertThat(Philox.bits(key, low, high, 0)).isEqualTo(words(words[0], words[1]));
    assertThat(Philox.bits(key, low, high, 1)).isEqualTo(words(words[2], words[3]));
  }

  private static long words(int first, int second) {
    return (first & 0xFFFFFFFFL) | (long) second << 32;
  }
}
