package groundswell.jobs.marts.open;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the public tables hide, and what somebody with the totals in hand can find out. */
class SmallCellsTest extends SparkCase {
  private static final List<String> CELLS =
      List.of(COMMUNITY_ID, EVENT_DATE, TIE_STATE, MEMBERS, COMMUNITY_MEMBERS);
  private static final String[] STATES = {
    "none", "weak", "strong", "fan", "partner", "shareholder"
  };
  private static final Date MONDAY = Date.valueOf("2026-01-05");

  @Test
  void groups_that_are_large_enough_are_shown() {
    assertThat(shown(5, 40, 30, 20, 10, 5, 0)).containsExactly(40L, 30L, 20L, 10L, 5L, 0L);
  }

  @Test
  void a_small_group_takes_the_next_larger_one_with_it() {
    assertThat(shown(5, 40, 30, 20, 10, 3, 0)).containsExactly(40L, 30L, 20L, null, null, 0L);
  }

  @Test
  void small_groups_that_give_each_other_away_take_another_one_with_them() {
    assertThat(shown(5, 40, 30, 20, 1, 1, 1)).containsExactly(40L, 30L, null, null, null, null);
  }

  @Test
  void small_groups_that_protect_each_other_are_hidden_alone() {
    assertThat(shown(5, 40, 30, 20, 10, 4, 3)).containsExactly(40L, 30L, 20L, 10L, null, null);
  }

  @Test
  void of_groups_of_one_size_the_same_one_is_hidden_every_time() {
    assertThat(shown(5, 40, 0, 20, 20, 3, 20)).containsExactly(40L, 0L, 20L, null, null, 20L);
  }

  @Test
  void a_community_of_few_members_shows_nothing_of_them() {
    List<Row> rows = open(5, cells(0, 5, 4, 0, 0, 0, 0)).collectAsList();

    assertThat(rows).allSatisfy(row -> assertThat(row.<Object>getAs(MEMBERS)).isNull());
    assertThat(rows).allSatisfy(row -> assertThat(row.<Object>getAs(COMMUNITY_MEMBERS)).isNull());
  }

  @Test
  void a_community_without_members_is_told_so() {
    assertThat(shown(5, 0, 0, 0, 0, 0, 0)).containsOnly(0L);
  }

  @Test
  @Tag("guarantee-25")
  void nobody_who_subtracts_finds_a_small_group(@TempDir Path folder) {
    int days = 400;
    int smallest = 5;
    Random random = new Random(11);
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      rows.addAll(cells(day, random.ints(6, 0, 2 + random.nextInt(20)).toArray()));
    }
    Dataset<Row> open = open(smallest, rows);

    Map<Date, List<Row>> byDay =
        open.collectAsList().stream().collect(groupingBy(row -> row.<Date>getAs(EVENT_DATE)));

    assertThat(byDay).hasSize(days);
    byDay.values().forEach(cells -> assertProtected(cells, smallest));
    assertThat(byDay.values().stream().filter(SmallCellsTest::hidesSome).count())
        .as("days that hide some groups and show others")
        .isGreaterThan(days / 4);
    assertTwin(folder, smallest, rows, open);
  }

  /** By trial: which sizes may each hidden group have, if hidden groups are not empty? */
  private static void assertProtected(List<Row> cells, int smallest) {
    List<Row> hidden = cells.stream().filter(row -> row.getAs(IS_HIDDEN)).toList();
    Long total = cells.get(0).getAs(COMMUNITY_MEMBERS);
    if (hidden.isEmpty() || total == null) {
      return;
    }
    long shown =
        cells.stream()
            .filter(row -> !row.<Boolean>getAs(IS_HIDDEN))
            .mapToLong(row -> row.<Long>getAs(MEMBERS))
            .sum();
    int left = (int) (total - shown);
    BitSet possible = possible(left, hidden.size());
    assertThat(possible.cardinality()).as("sizes that %s may have", hidden).isGreaterThan(1);
    assertThat(possible.length() - 1)
        .as("largest size of %s", hidden)
        .isGreaterThanOrEqualTo(smallest);
  }

  /** Sizes of one of {@code groups} groups that together have {@code left} members. */
  private static BitSet possible(int left, int groups) {
    BitSet others = new BitSet();
    others.set(0);
    for (int other = 1; other < groups; other++) {
      BitSet next = new BitSet();
      for (int sum = others.nextSetBit(0); sum >= 0; sum = others.nextSetBit(sum + 1)) {
        for (int size = 1; sum + size <= left; size++) {
          next.set(sum + size);
        }
      }
      others = next;
    }
    BitSet sizes = new BitSet();
    for (int size = 1; size <= left; size++) {
      sizes.set(size, others.get(left - size));
    }
    return sizes;
  }

  private static boolean hidesSome(List<Row> cells) {
    return cells.stream().anyMatch(row -> row.<Boolean>getAs(IS_HIDDEN))
        && cells.get(0).getAs(COMMUNITY_MEMBERS) != null;
  }

  private static void assertTwin(Path folder, int smallest, List<Row> rows, Dataset<Row> open) {
    try (Twins twins = Twins.in(folder)) {
      twins
          .with(MART_TIE_FUNNEL, table(MART_TIE_FUNNEL, CELLS, rows.toArray(Row[]::new)))
          .with(CORE_DIM_COMMUNITY, community(smallest))
          .assertTwin(PUBLIC_TIE_FUNNEL, open);
    }
  }

  private static List<Long> shown(int smallest, int... members) {
    Map<String, Long> byState =
        open(smallest, cells(0, members)).collectAsList().stream()
            .filter(row -> row.getAs(MEMBERS) != null)
            .collect(toMap(row -> row.getAs(TIE_STATE), row -> row.<Long>getAs(MEMBERS)));
    List<Long> inOrder = new ArrayList<>();
    for (String state : STATES) {
      inOrder.add(byState.get(state));
    }
    return inOrder;
  }

  private static Dataset<Row> open(int smallest, List<Row> cells) {
    return PublicTieFunnel.from(
        table(MART_TIE_FUNNEL, CELLS, cells.toArray(Row[]::new)), community(smallest));
  }

  private static Dataset<Row> community(int smallest) {
    return table(CORE_DIM_COMMUNITY, List.of(COMMUNITY_ID, SMALLEST_GROUP), row("tea", smallest));
  }

  private static List<Row> cells(int day, int... members) {
    LocalDate date = MONDAY.toLocalDate().plusDays(day);
    long total = java.util.Arrays.stream(members).sum();
    List<Row> cells = new ArrayList<>();
    for (int state = 0; state < STATES.length; state++) {
      cells.add(row("tea", Date.valueOf(date), STATES[state], (long) members[state], total));
    }
    return cells;
  }
}
