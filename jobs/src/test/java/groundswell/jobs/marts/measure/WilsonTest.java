package groundswell.jobs.marts.measure;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.jobs.SparkCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Newcombe (1998), Statistics in Medicine 17:857, table I, method 3. */
class WilsonTest extends SparkCase {
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void the_interval_is_the_published_one(long hits, long trials, double low, double high) {
    var interval =
        table("hits BIGINT, trials BIGINT", row(hits, trials))
            .select(Wilson.low(col("hits"), col("trials")), Wilson.high(col("hits"), col("trials")))
            .first();

    assertThat(interval.getDouble(0)).isCloseTo(low, within(0.00005));
    assertThat(interval.getDouble(1)).isCloseTo(high, within(0.00005));
  }

  @Test
  void without_trials_there_is_no_interval() {
    var interval =
        table("hits BIGINT, trials BIGINT", row(0L, 0L))
            .select(
                Wilson.low(col("hits"), col("trials")), Wilson.high(col("hits"), col("trials")));

    assertThat(interval.collectAsList()).containsExactly(row(null, null));
  }
}
