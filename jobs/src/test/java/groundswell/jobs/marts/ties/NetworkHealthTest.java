package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.network_health} promises, one sentence per test. */
class NetworkHealthTest extends SparkCase {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  @Test
  void a_triangle_with_a_tail_has_three_of_five_triples_closed() {
    assertThat(
            whole(
                edges(both(1, 2), both(2, 3), both(1, 3), both(3, 4)),
                TIED_MEMBERS,
                EDGES,
                DENSITY,
                TRIANGLES,
                CONNECTED_TRIPLES,
                CLUSTERING))
        .containsExactly(row(4L, 4L, 4.0 / 6, 1L, 5L, 0.6));
  }

  @Test
  void the_giant_component_is_the_largest_part() {
    assertThat(
            whole(
                edges(both(9, 8), both(1, 2), both(3, 4), both(2, 3)),
                TIED_MEMBERS,
                GIANT_COMPONENT_MEMBERS,
                CLUSTERING))
        .containsExactly(row(6L, 4L, 0.0));
  }

  @Test
  void one_tie_alone_has_no_triples_and_no_clustering() {
    assertThat(whole(edges(both(1, 2)), CONNECTED_TRIPLES, CLUSTERING, METCALFE_VALUE))
        .containsExactly(row(0L, null, 1L));
  }

  @Test
  void a_tie_is_strong_by_the_rule_of_tie_strength() {
    var edges =
        edges(
            List.of(edge(1, 2, 0, 4.0), edge(2, 1, 0, 0.8)),
            List.of(edge(1, 3, 0, 4.0), edge(3, 1, 0, 0.7)),
            List.of(edge(2, 3, 0, 3.0), edge(3, 2, 0, 0.9)));

    assertThat(whole(edges, EDGES, STRONG_EDGES, MEAN_STRONG_DEGREE))
        .containsExactly(row(3L, 1L, 2.0 / 3));
  }

  @Test
  void a_tie_lives_on_in_idle_weeks_until_less_than_a_quarter_of_a_contact_is_left() {
    var edges = edges(List.of(edge(1, 2, 0, 1.0)), List.of(edge(8, 9, 9, 1.0)));

    assertThat(
            health(edges)
                .filter("channel = 'all' AND week_date < '2026-05-04'")
                .orderBy(WEEK_DATE)
                .select(OBSERVED_STRENGTH)
                .collectAsList())
        .startsWith(row(1.0), row(0.840896), row(0.707106))
        .endsWith(row(0.25))
        .hasSize(9);
  }

  @Test
  void channels_have_networks_of_their_own_and_all_adds_their_weights() {
    var edges =
        edges(
            List.of(edge(1, 2, 0, 0.2), edge(2, 1, 0, 3.0)),
            List.of(row("club", week(0), 1, 2, "qzone", 0.2)),
            List.of(row("club", week(0), 3, 4, "qzone", 1.0)));

    assertThat(
            health(edges)
                .orderBy(CHANNEL)
                .select(CHANNEL, EDGES, OBSERVED_STRENGTH)
                .collectAsList())
        .containsExactly(row("all", 2L, 4.4), row("forum", 1L, 3.2), row("qzone", 1L, 1.0));
  }

  @Test
  void reciprocity_is_weaker_over_stronger_over_all_ties() {
    var edges = edges(List.of(edge(1, 2, 0, 3.0), edge(2, 1, 0, 1.0)), List.of(edge(3, 1, 0, 1.0)));

    assertThat(whole(edges, RECIPROCITY)).containsExactly(row(0.25));
  }

  @Test
  void assortativity_is_one_within_rings_minus_one_across_and_null_in_one_ring() {
    Dataset<Row> within = edges(both(1, 2), both(11, 12));
    Dataset<Row> across = edges(both(1, 11), both(2, 12));

    assertThat(whole(within, RING_ASSORTATIVITY)).containsExactly(row(1.0));
    assertThat(whole(across, RING_ASSORTATIVITY)).containsExactly(row(-1.0));
    assertThat(whole(edges(both(1, 2)), RING_ASSORTATIVITY)).containsExactly(row((Object) null));
  }

  @Test
  void rings_are_those_at_the_end_of_the_week_in_which_nothing_else_need_happen() {
    Dataset<Row> edges = edges(both(1, 15), both(2, 11), List.of(edge(8, 9, 3, 0.1)));

    assertThat(
            health(edges)
                .filter("channel = 'all'")
                .orderBy(WEEK_DATE)
                .select(RING_ASSORTATIVITY)
                .collectAsList())
        .containsExactly(row(-1.0), row(-1.0), row(-1.0 / 3), row(-1.0 / 3));
  }

  @Test
  void the_twin_in_plain_sql_agrees_on_idle_weeks_and_unknown_rings(@TempDir Path folder) {
    List<Row> rows = new ArrayList<>();
    for (int low = 0; low < 12; low++) {
      for (int high = low + 1; high < 12; high += 1 + low % 3) {
        rows.add(edge(low, high, (low * high) % 5, 0.3 + low / 4.0));
        rows.add(edge(high, low, (low + high) % 7, 0.1 * high));
        rows.add(row("club", week(low % 4), high, low, "weibo", 1.0));
      }
    }
    Dataset<Row> edges = edges(rows);

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(Table.MART_EDGE_WEEKLY, edges)
          .with(Table.CORE_DIM_COMMUNITY, communities())
          .with(Table.CORE_DIM_MEMBER, members())
          .assertTwin(Table.MART_NETWORK_HEALTH, health(edges));
    }
  }

  private static List<Row> whole(Dataset<Row> edges, String... columns) {
    return health(edges).filter("channel = 'all'").selectExpr(columns).collectAsList();
  }

  private static Dataset<Row> health(Dataset<Row> edges) {
    return NetworkHealth.from(edges, communities(), members());
  }

  private static List<Row> both(int one, int other) {
    return List.of(edge(one, other, 0, 1.0), edge(other, one, 0, 1.0));
  }

  private static Row edge(int source, int target, int week, double weight) {
    return row("club", week(week), source, target, "forum", Math.rint(weight * 1e6) / 1e6);
  }

  private static Date week(int week) {
    return Date.valueOf(MONDAY.plusWeeks(week));
  }

  @SafeVarargs
  private static Dataset<Row> edges(List<Row>... edges) {
    return table(
        Table.MART_EDGE_WEEKLY,
        List.of(COMMUNITY_ID, WEEK_DATE, SOURCE_NUMBER, TARGET_NUMBER, CHANNEL, WEIGHT),
        List.of(edges).stream().flatMap(List::stream).toArray(Row[]::new));
  }

  private static Dataset<Row> communities() {
    return table(
        Table.CORE_DIM_COMMUNITY, List.of(COMMUNITY_ID, EDGE_HALF_LIFE_DAYS), row("club", 28));
  }

  /** Members 0 to 9 are in ring stable, 10 to 14 in dev; 15 moves from dev to stable in week 2. */
  private static Dataset<Row> members() {
    List<Row> members = new ArrayList<>();
    for (int member = 0; member < 16; member++) {
      members.add(member(member, member < 10 ? "stable" : "dev", "2026-01-01"));
    }
    members.add(member(15, "stable", "2026-03-22"));
    return table(
        Table.CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, RING, VALID_FROM_TS, VALID_FROM_DATE),
        members.toArray(Row[]::new));
  }

  private static Row member(int number, String ring, String from) {
    return row("club", number, ring, Timestamp.valueOf(from + " 12:00:00"), Date.valueOf(from));
  }
}
