package groundswell.kernels.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The logarithm against the one of the Java library, as far as the last two bits. */
class NaturalLogTest {
  @Test
  void it_is_within_two_ulp_of_strict_math_over_the_unit_interval() {
    double worst = 0;
    for (int i = 0; i < 300_000; i++) {
      double x = Draws.uniform(1, i);
      double exact = StrictMath.log(x);
      worst = Math.max(worst, Math.abs(NaturalLog.of(x) - exact) / Math.ulp(exact));
    }
    assertThat(worst).isLessThanOrEqualTo(2);
  }

  @Test
  void it_holds_at_the_ends_of_what_a_draw_can_be() {
    assertThat(NaturalLog.of(0x1.0p-54)).isCloseTo(-37.42994775023705, within(1e-14));
    assertThat(NaturalLog.of(1 - 0x1.0p-54)).isZero();
    assertThat(NaturalLog.of(1)).isZero();
    assertThat(NaturalLog.of(1 - 0x1.0p-53)).isEqualTo(-0x1.0p-53);
    assertThat(NaturalLog.of(1e300)).isCloseTo(690.7755278982137, within(1e-12));
  }
}
