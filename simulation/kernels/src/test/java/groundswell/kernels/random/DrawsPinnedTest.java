package groundswell.kernels.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Values that must never change: published results depend on them. Made by a second implementation
 * in Python: {@code mix(z)} with 64-bit masks, {@code key = mix(mix(mix(s + G) + r * G) + a * G)},
 * {@code bits = mix(key + e * G)}, {@code uniform = ((bits >> 12) + 0.5) * 2.0**-52}.
 */
class DrawsPinnedTest {
  private static final long KEY = Draws.key(20130812, 3, 7);

  @Test
  void keys_stay_what_they_are() {
    assertThat(KEY).isEqualTo(0x37d0c40f481ee85aL);
    assertThat(Draws.key(KEY, 5)).isEqualTo(0x486f6cdb791edb17L);
  }

  @Test
  void bits_stay_what_they_are() {
    assertThat(Draws.bits(KEY, 0)).isEqualTo(0xaac549e764b22337L);
    assertThat(Draws.bits(KEY, 1)).isEqualTo(0x41cc10ee2b4bb616L);
    assertThat(Draws.bits(KEY, -1)).isEqualTo(0xac78ed031864343dL);
  }

  @Test
  void numbers_stay_what_they_are() {
    assertThat(Draws.uniform(KEY, 2)).isEqualTo(0x1.260e0dfacf058p-4);
    assertThat(Draws.exponential(KEY, 2)).isEqualTo(0x1.5126e6c83f3dcp+1);
    assertThat(Draws.below(KEY, 2, 1000)).isEqualTo(71);
  }

  @Test
  void a_sequence_is_the_draws_of_its_key_in_turn() {
    var sequence = new KeyedRandom(KEY);
    assertThat(sequence.nextLong()).isEqualTo(Draws.bits(KEY, 0));
    assertThat(sequence.nextLong()).isEqualTo(Draws.bits(KEY, 1));
    assertThat(sequence.nextDouble()).isEqualTo(0x1.260e0dfacf058p-4);
    assertThat(sequence.restart(KEY).nextLong()).isEqualTo(Draws.bits(KEY, 0));
  }

  @Test
  void the_ends_of_the_unit_interval_are_never_reached() {
    assertThat(Draws.unit(0)).isEqualTo(0x1.0p-53);
    assertThat(Draws.unit(-1)).isEqualTo(1 - 0x1.0p-53);
    for (long bits : new long[] {1L << 12, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -5000L}) {
      assertThat(Draws.unit(bits)).isEqualTo(((bits >>> 12) + 0.5) * 0x1.0p-52);
    }
  }
}
