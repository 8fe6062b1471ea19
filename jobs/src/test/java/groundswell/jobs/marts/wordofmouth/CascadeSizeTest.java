package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.cascade_size} promises, one sentence per test. */
class CascadeSizeTest extends SparkCase {
  private static final String MONDAY = "2026-03-02";
  private static final String SUNDAY = "2026-03-08";

  @Test
  void bins_double_and_empty_ones_have_no_row() {
    assertThat(
            CascadeSize.from(cascades(MONDAY, 1, 1, 2, 3, 9))
                .orderBy(SIZE_BIN)
                .select(SIZE_BIN, SIZE_FROM, SIZE_TO, CASCADES, CASCADES_AT_LEAST, EXCEEDANCE)
                .collectAsList())
        .containsExactly(
            row(0, 1L, 1L, 2L, 5L, 1.0), row(1, 2L, 3L, 2L, 3L, 0.6), row(3, 8L, 15L, 1L, 1L, 0.2));
  }

  @Test
  void a_week_goes_from_monday_to_sunday() {
    assertThat(
            CascadeSize.from(cascades(MONDAY, 1).union(cascades(SUNDAY, 1)))
                .select(WEEK_DATE, WEEK_CASCADES)
                .collectAsList())
        .containsExactly(row(Date.valueOf(MONDAY), 2L));
  }

  @Test
  void less_than_fifty_in_the_tail_or_all_of_one_size_give_no_exponent() {
    assertThat(TailExponent.of(sizes(2, 40, 3, 9)).estimate()).isNull();
    assertThat(TailExponent.of(sizes(1, 900, 2, 60)).estimate()).isNull();
    assertThat(TailExponent.of(sizes(2, 40, 3, 10)).cascades()).isEqualTo(50);
  }

  // python3: n = {2: 60, 3: 20, 5: 10, 40: 1}; the a that maximises
  // -sum(n.values()) * log(zeta(a)) - a * sum(c * log(x) for x, c in n.items()), by thirds, with
  // zeta(a) = fsum(k**-a for k in range(2, 20000)) + 19999.5**(1 - a) / (a - 1)
  @Test
  void the_exponent_is_the_maximum_of_the_likelihood() {
    assertThat(TailExponent.of(sizes(2, 60, 3, 20, 5, 10, 40, 1)).estimate())
        .isCloseTo(3.341878, within(1e-6));
  }

  @Test
  void a_power_law_gives_back_its_exponent() {
    NavigableMap<Long, Long> sizes = new TreeMap<>();
    LongStream.rangeClosed(2, 5_000)
        .forEach(size -> sizes.put(size, Math.round(1e12 * Math.pow((double) size, -2.5))));

    assertThat(TailExponent.of(sizes).estimate()).isCloseTo(2.5, within(0.001));
  }

  @Test
  void the_twin_in_plain_sql_finds_the_same_bins_and_exponent(@TempDir Path folder) {
    long[] many = LongStream.rangeClosed(1, 120).map(n -> 1 + 9_600 / (n * n)).toArray();
    Dataset<Row> cascades = cascades(MONDAY, many).union(cascades("2026-03-09", 1, 4));

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(Table.MART_CASCADE, cascades)
          .assertTwin(Table.MART_CASCADE_SIZE, CascadeSize.from(cascades));
    }
  }

  private static NavigableMap<Long, Long> sizes(long... sizesAndCounts) {
    NavigableMap<Long, Long> sizes = new TreeMap<>();
    for (int place = 0; place < sizesAndCounts.length; place += 2) {
      sizes.put(sizesAndCounts[place], sizesAndCounts[place + 1]);
    }
    return sizes;
  }

  private static Dataset<Row> cascades(String day, long... sizes) {
    Row[] rows =
        LongStream.of(sizes)
            .mapToObj(size -> row("club", Date.valueOf(day), "weibo", size))
            .toArray(Row[]::new);
    return table(
        Table.MART_CASCADE, List.of(COMMUNITY_ID, EVENT_DATE, CHANNEL, CASCADE_SIZE), rows);
  }
}
