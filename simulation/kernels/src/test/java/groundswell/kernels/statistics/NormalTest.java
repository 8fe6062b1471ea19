package groundswell.kernels.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values of R: {@code print(qnorm(0.975), digits = 17)}, {@code pnorm(-10)}. */
class NormalTest {
  @Test
  void known_quantiles() {
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(Normal.quantile(0.5)).isZero();
    assertThat(Normal.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-13));
    assertThat(Normal.quantile(0.9)).isCloseTo(1.2815515655446004, within(1e-14));
  }

  @Test
  void known_probabilities() {
    assertThat(Normal.cdf(1)).isCloseTo(0.8413447460685429, within(1e-15));
    assertThat(Normal.cdf(-10)).isCloseTo(7.619853024160527e-24, within(1e-36));
    assertThat(Normal.cdf(-40)).isZero();
    assertThat(Normal.cdf(40)).isEqualTo(1);
  }

  @Test
  void the_quantile_undoes_the_distribution_function() {
    for (double z = -8; z <= 8; z += 0.0625) {
      double probability = Normal.cdf(z);
      double slack = 1e-15 / Normal.density(z) + 1e-13;
      assertThat(Normal.quantile(probability)).isCloseTo(z, within(slack));
    }
  }

  @Test
  void the_ends_are_infinite_and_outside_there_is_no_number() {
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.quantile(-0.1)).isNaN();
    assertThat(Normal.quantile(Double.NaN)).isNaN();
  }
}
