package groundswell.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** Which numbers occur more than once, wherever they stand. */
class RepeatedHashesTest extends SparkCase {
  @Test
  void a_number_that_occurs_in_one_array_or_in_several_is_found_once() {
    long[] here = {5, -3, Long.MIN_VALUE, 5, 7, 5};
    long[] there = {Long.MAX_VALUE, -3, 0};
    long[] elsewhere = {Long.MAX_VALUE, Long.MIN_VALUE, 1};

    assertThat(among(here, there, elsewhere))
        .containsExactly(Long.MIN_VALUE, -3, 5, Long.MAX_VALUE);
  }

  @Test
  void numbers_that_occur_once_are_not_found() {
    assertThat(among(new long[] {1, 2, 3}, new long[] {4}, new long[0])).isEmpty();
  }

  private static long[] among(long[]... arrays) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark().sparkContext());
    return RepeatedHashes.among(context.parallelize(List.of(arrays), 3));
  }
}
