package groundswell.kernels.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** {@code mpmath.mp.dps = 30; print(mpmath.nstr(mpmath.ncdf(-0.66), 17))}, in each piece. */
  @ParameterizedTest
  @CsvSource({
    "-0.3, 0.38208857781104737",
    "0.5, 0.69146246127401310",
    "-0.66, 0.25462691467133614",
    "-0.67, 0.25142889509531010",
    "-2.5, 0.0062096653257761352",
    "3.4, 0.99966307073432312",
    "-5.6, 1.0717590258310929e-8",
    "-5.7, 5.9903714010635282e-9",
    "-20, 2.7536241186062337e-89",
    "-37.5, 4.6053530095819548e-308"
  })
  void a_probability_keeps_its_relative_precision(double z, double probability) {
    double slack = 2e-16 * (2 + z * z); // half an ulp of z² is that much of its exponential
    assertThat(Normal.cdf(z) / probability).isCloseTo(1, within(slack));
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
