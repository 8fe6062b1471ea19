package groundswell.kernels.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Inversion against probabilities that can be summed by hand. */
class CountDrawsTest {
  @Test
  void binomial_masses_are_exact_for_ten_coins() {
    assertThat(CountDraws.binomialMass(5, 10, 0.5)).isCloseTo(252 / 1024.0, within(1e-14));
    assertThat(CountDraws.binomialMass(0, 10, 0.5)).isCloseTo(1 / 1024.0, within(1e-15));
    assertThat(CountDraws.binomialMass(10, 10, 0.5)).isCloseTo(1 / 1024.0, within(1e-15));
  }

  @Test
  void large_masses_add_up_to_one() {
    double sum = 0;
    for (long k = 4_440_000; k <= 4_500_000; k++) {
      sum += CountDraws.binomialMass(k, 7_450_000, 0.6);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void the_count_is_the_smallest_whose_distribution_function_reaches_the_uniform() {
    double half = 638 / 1024.0; // P(at most 5 of 10)
    assertThat(CountDraws.binomial(half - 1e-9, 10, 0.5)).isEqualTo(5);
    assertThat(CountDraws.binomial(half + 1e-9, 10, 0.5)).isEqualTo(6);
    assertThat(CountDraws.binomial(0.81 - 1e-9, 2, 0.1)).isZero();
    assertThat(CountDraws.binomial(0.81 + 1e-9, 2, 0.1)).isEqualTo(1);
    assertThat(CountDraws.binomial(0.9 + 1e-9, 1, 0.1)).isEqualTo(1);
    assertThat(CountDraws.poisson(Math.exp(-2) - 1e-9, 2)).isZero();
    assertThat(CountDraws.poisson(3 * Math.exp(-2) + 1e-9, 2)).isEqualTo(2);
  }

  @Test
  void means_and_spreads_are_those_of_the_law() {
    assertLaw(k -> CountDraws.binomial(Draws.uniform(1, k), 50_000, 0.02), 1000, 980);
    assertLaw(k -> CountDraws.binomial(Draws.uniform(2, k), 300, 0.9), 270, 27);
    assertLaw(k -> CountDraws.poisson(Draws.uniform(3, k), 400), 400, 400);
  }

  private interface Law {
    long draw(long k);
  }

  private static void assertLaw(Law law, double mean, double variance) {
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < draws; k++) {
      double off = law.draw(k) - mean;
      sum += off;
      squares += off * off;
    }
    assertThat(sum / draws).isCloseTo(0, within(4 * Math.sqrt(variance / draws)));
    assertThat(squares / draws).isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / draws)));
  }

  @Test
  void for_the_same_uniform_more_trials_never_give_fewer_successes() {
    for (int i = 0; i < 200; i++) {
      double uniform = Draws.uniform(9, i);
      long before = 0;
      for (long trials = 0; trials < 4000; trials += 97) {
        long count = CountDraws.binomial(uniform, trials, 0.37);
        assertThat(count).isBetween(before, trials);
        before = count;
      }
    }
  }

  @Test
  void the_ends_are_certain() {
    assertThat(CountDraws.binomial(0.7, 0, 0.5)).isZero();
    assertThat(CountDraws.binomial(0.7, 9, 0)).isZero();
    assertThat(CountDraws.binomial(0.7, 9, 1)).isEqualTo(9);
    assertThat(CountDraws.poisson(0.7, 0)).isZero();
  }
}
