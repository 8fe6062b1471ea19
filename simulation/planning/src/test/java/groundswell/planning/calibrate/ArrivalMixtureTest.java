package groundswell.planning.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.KeyedRandom;
import org.junit.jupiter.api.Test;

/** Arrivals drawn from a known mixture: half lognormal(log 8 s, 0.8), half exponential(600 s). */
class ArrivalMixtureTest {
  @Test
  void the_parameters_of_fifty_thousand_arrivals_come_back_within_four_standard_errors() {
    long[] attempts = attempts(50_000);

    var fit = ArrivalMixture.fit(attempts);
    var spread = new ArrivalSpread(attempts, fit).spread();

    assertThat(fit.poisedShare()).isCloseTo(0.5, within(4 * spread[0]));
    assertThat(fit.logMedian()).isCloseTo(Math.log(8), within(4 * spread[1] + 0.01));
    assertThat(Math.log(fit.sigma())).isCloseTo(Math.log(0.8), within(4 * spread[2] + 0.01));
    assertThat(Math.log(fit.lateMeanS())).isCloseTo(Math.log(600), within(4 * spread[3]));
    assertThat(spread[0]).isLessThan(0.01);
  }

  @Test
  void no_step_of_the_fit_makes_it_less_likely() {
    long[] attempts = attempts(500);

    var fit = ArrivalMixture.fit(attempts);

    var moved = new ArrivalMixture(fit.poisedShare() + 0.02, fit.logMedian(), fit.sigma(), 500);
    assertThat(fit.logLikelihood(attempts)).isGreaterThan(moved.logLikelihood(attempts));
  }

  private static long[] attempts(int n) {
    long[] attempts = new long[20_000];
    KeyedRandom random = new KeyedRandom(Draws.key(7, 0, 0));
    for (int i = 0; i < n; i++) {
      boolean poised = random.nextDouble() < 0.5;
      double normal = random.nextGaussian();
      double t = poised ? 8 * Math.exp(0.8 * normal) : 600 * random.nextExponential();
      attempts[(int) t]++;
    }
    return attempts;
  }
}
