package groundswell.kernels.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.LogBlock;
import groundswell.kernels.random.NaturalLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many numbers at once have the bits that they have one by one. */
class BlocksTest {
  private static final int SIZE = 64;

  @Test
  void logarithms_have_the_same_bits_one_by_one_and_in_a_block() {
    double[] values = new double[SIZE];
    double[] logarithms = new double[SIZE];
    for (int block = 0; block < 2_000; block++) { // often enough to be compiled
      fill(values, block, 1);
      new LogBlock(SIZE).of(values, logarithms, SIZE);
      for (int i = 0; i < SIZE; i++) {
        assertThat(logarithms[i]).isEqualTo(NaturalLog.of(values[i]));
      }
    }
  }

  /** The lower tail alone; the centre and the tail; a tail beyond the near one. */
  @ParameterizedTest
  @ValueSource(doubles = {0.0749, 1, 1e-12})
  void quantiles_have_the_same_bits_one_by_one_and_in_a_block(double scale) {
    double[] values = new double[SIZE];
    double[] quantiles = new double[SIZE];
    var block = new NormalBlock(SIZE);
    for (int number = 0; number < 2_000; number++) {
      fill(values, number, scale);
      block.quantiles(values, quantiles, SIZE);
      for (int i = 0; i < SIZE; i++) {
        assertThat(quantiles[i]).isEqualTo(Normal.quantile(values[i]));
      }
    }
  }

  @Test
  void a_block_may_be_written_over_its_own_numbers_and_be_shorter_than_its_room() {
    double[] values = {0.01, 0.02, 0.03};
    new NormalBlock(SIZE).quantiles(values, values, 2);

    assertThat(values).containsExactly(Normal.quantile(0.01), Normal.quantile(0.02), 0.03);
  }

  private static void fill(double[] values, int block, double scale) {
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * Draws.uniform(block, i);
    }
  }
}
