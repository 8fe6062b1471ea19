package groundswell.kernels.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.kernels.random.CountDraws;
import groundswell.kernels.random.Draws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expansion against exact inversion of the same uniform numbers. */
class LargeCountsTest {
  private static final int DRAWS = 50_000;

  @ParameterizedTest
  @CsvSource({"100_000, 0.0041", "40_000, 0.5", "3_600_000, 0.0002", "2_000, 0.6", "50_000, 0.99"})
  void a_large_count_is_seldom_off_and_then_by_one(String trials, double probability) {
    int off = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      long distance = distance(Draws.uniform(5, draw), trials(trials), probability);
      assertThat(distance).isLessThanOrEqualTo(1);
      off += (int) distance;
    }

    assertThat(off).isLessThan(DRAWS / 300);
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

  @ParameterizedTest
  @CsvSource({"900, 0.5", "1_000_000, 0.0003", "7, 0.9"})
  void below_the_least_variance_the_exact_number_stands(String trials, double probability) {
    for (int draw = 0; draw < 1_000; draw++) {
      assertThat(distance(Draws.uniform(6, draw), trials(trials), probability)).isZero();
    }
  }

  private static long distance(double uniform, long trials, double probability) {
    return Math.abs(
        LargeCounts.binomial(uniform, trials, probability)
            - CountDraws.binomial(uniform, trials, probability));
  }

  private static long trials(String text) {
    return Long.parseLong(text.replace("_", ""));
  }
}
