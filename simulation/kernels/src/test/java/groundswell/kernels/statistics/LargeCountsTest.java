package groundswell.kernels.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.kernels.random.CountDraws;
import groundswell.kernels.random.Draws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expansion against the sums of masses for the same uniform numbers. */
class LargeCountsTest {
  private static final int DRAWS = 50_000;

  @ParameterizedTest
  @CsvSource({
    "100_000, 0.0041",
    "40_000, 0.5",
    "3_600_000, 0.0002",
    "2_000, 0.6",
    "50_000, 0.99",
    "65, 0.5",
    "90, 0.75",
    "1_000_000, 0.000017",
    "3_600_000, 0.00003",
    "900, 0.05"
  })
  void the_number_is_that_of_the_sum_of_masses(String trials, double probability) {
    for (int draw = 0; draw < DRAWS; draw++) {
      isTheSame(Draws.uniform(5, draw), trials(trials), probability);
    }
  }

  @ParameterizedTest
  @CsvSource({"80, 0.3", "5_000, 0.02", "100_000, 0.4"})
  void it_is_so_on_both_sides_of_borders_and_in_the_tails(String text, double probability) {
    long trials = trials(text);
    for (double z = -6; z <= 4; z += 1.0 / 64) { // above, rounding moves the borders of the sums
      double uniform = Normal.cdf(z);
      isTheSame(uniform, trials, probability);
      for (double border : borders(uniform, trials, probability)) {
        isTheSame(border, trials, probability);
      }
    }
  }

  /** The two neighbours among uniform numbers between which the next larger count begins. */
  private static double[] borders(double uniform, long trials, double probability) {
    long count = CountDraws.binomial(uniform, trials, probability);
    double below = uniform;
    double above = 1 - 1e-12;
    while (above - below > 4 * Math.ulp(above)) {
      double middle = 0.5 * (below + above);
      if (CountDraws.binomial(middle, trials, probability) > count) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return new double[] {below, above};
  }

  @ParameterizedTest
  @CsvSource({"0.7", "15.9", "16", "40", "700", "25_000"})
  void a_large_poisson_count_is_that_of_the_sum_of_masses(String text) {
    double mean = Double.parseDouble(text.replace("_", ""));
    for (int draw = 0; draw < DRAWS / 10; draw++) {
      double uniform = Draws.uniform(7, draw);
      assertThat(LargeCounts.poisson(uniform, mean)).isEqualTo(CountDraws.poisson(uniform, mean));
    }
  }

  @ParameterizedTest
  @CsvSource({"40_000, 0.5", "3_600_000, 0.0002"})
  void a_larger_uniform_never_gives_a_smaller_count(String trials, double probability) {
    long before = 0;
    for (int step = 1; step < 10_000; step++) {
      long count = LargeCounts.binomial(step / 10_000.0, trials(trials), probability);
      assertThat(count).isBetween(before, trials(trials));
      before = count;
    }
  }

  private static void isTheSame(double uniform, long trials, double probability) {
    assertThat(LargeCounts.binomial(uniform, trials, probability))
        .isEqualTo(CountDraws.binomial(uniform, trials, probability));
  }

  private static long trials(String text) {
    return Long.parseLong(text.replace("_", ""));
  }
}
