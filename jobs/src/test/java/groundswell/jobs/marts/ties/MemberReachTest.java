package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.facts.ChannelDimension;
import groundswell.jobs.tables.ContractTypes;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.member_reach} promises, one sentence per test. */
class MemberReachTest extends SparkCase {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private final List<Row> ties = new ArrayList<>();
  private final List<Row> edges = new ArrayList<>(List.of(edge(1, 2, 0, 0, 0)));
  private final List<Row> posts = new ArrayList<>();
  private final List<Row> activity = new ArrayList<>();
  private final List<Row> states = new ArrayList<>();

  @Test
  void degree_counts_ties_and_the_core_is_what_holds_together() {
    tie(1, 2, "strong", 2, 2);
    tie(2, 3, "weak", 1, 1);
    tie(1, 3, "strong", 1, 1);
    tie(3, 4, "weak", 1, 1);
    tie(4, 5, "none", 0, 0);

    assertThat(told(DEGREE, STRONG_DEGREE, CORE_NUMBER))
        .containsExactly(
            row(2L, 2L, 2L), row(2L, 1L, 2L), row(3L, 1L, 2L), row(1L, 0L, 1L), row(0L, 0L, 0L));
  }

  @Test
  void rank_goes_to_those_to_whom_others_turn() {
    tie(1, 2, "weak", 0, 1);
    tie(1, 3, "weak", 0, 1);
    List<Row> ranks = told(PAGERANK);

    double rest = (1 - ranks.get(0).getDouble(0)) / 2;
    assertThat(ranks.get(0).getDouble(0)).isCloseTo(0.574468, within(0.01));
    assertThat(ranks.get(1).getDouble(0)).isCloseTo(rest, within(1e-12));
    assertThat(ranks.get(3).isNullAt(0)).isTrue();
  }

  @Test
  void two_who_turn_to_each_other_share_all_attention() {
    tie(1, 2, "weak", 3, 1);

    assertThat(told(PAGERANK)).startsWith(row(0.5), row(0.5));
  }

  @Test
  void reached_is_who_answers_and_whom_one_addresses_each_once() {
    edges.add(edge(2, 1, 3, 0, 0));
    edges.add(edge(3, 1, 0, 2, 0));
    edges.add(edge(1, 4, 0, 0, 1));
    edges.add(row("club", Date.valueOf(MONDAY.minusWeeks(9)), 2, 1, "weibo", 0L, 1L, 0L));

    assertThat(told(REACH)).containsExactly(row(3L), row(1L), row(0L), row(0L), row(0L));
  }

  @Test
  void who_passes_on_a_cascade_is_reached_by_who_began_it() {
    posts.add(post("a", "a", 1));
    posts.add(post("b", "a", 2));
    posts.add(post("c", "a", null));
    posts.add(post("d", "d", 1));
    posts.add(post("e", "gone", 3));
    posts.add(post("f", "d", 1));

    assertThat(told(CASCADE_ROOTS, MEAN_CASCADE_SIZE, REACH))
        .startsWith(row(2L, 2.5, 1L), row(0L, null, 0L), row(0L, null, 0L));
  }

  @Test
  void love_is_presence_in_four_weeks_times_commitment() {
    for (int day = 0; day < 14; day++) {
      activity.add(active(1, MONDAY.plusDays(6 - day)));
      activity.add(active(1, MONDAY.plusDays(6 - day)));
    }
    activity.add(active(2, MONDAY.minusDays(21)));
    activity.add(active(2, MONDAY.minusDays(22)));
    activity.add(active(2, MONDAY.plusDays(7)));
    states.add(state(1, "fan", MONDAY.minusDays(30), null));
    states.add(state(2, "weak", MONDAY.minusDays(30), MONDAY.plusDays(7)));
    states.add(state(3, "strong", MONDAY.minusDays(30), MONDAY.plusDays(6)));

    assertThat(told(ACTIVE_DAYS, PRESENCE, TIE_STATE, COMMITMENT, ORBIT_LEVEL))
        .startsWith(
            row(14L, 0.5, "fan", 0.6, 1),
            row(1L, 1.0 / 28, "weak", 0.2, 3),
            row(0L, 0.0, "none", 0.0, 4));
  }

  @Test
  void who_has_left_or_not_yet_joined_has_a_row_only_with_a_tie() {
    tie(1, 6, "weak", 1, 1);

    assertThat(told(MEMBER_NUMBER)).containsExactly(row(1), row(2), row(3), row(4), row(5), row(6));
  }

  @Test
  void the_twin_in_plain_sql_agrees(@TempDir Path folder) {
    for (int low = 1; low < 8; low++) {
      for (int high = low + 1; high < 9; high += 1 + low % 2) {
        tie(
            low,
            high,
            low * high % 5 == 0 ? "none" : high % 3 == 0 ? "strong" : "weak",
            low,
            high % 4);
        edges.add(edge(low, high, low % 2, high % 2, low % 3));
        activity.add(active(low, MONDAY.minusDays(low * high % 30)));
      }
    }
    posts.add(post("a", "a", 1));
    posts.add(post("b", "a", 2));
    posts.add(post("c", "a", null));
    posts.add(post("d", "d", null));
    states.add(state(1, "fan", MONDAY.minusDays(30), null));
    states.add(state(2, "weak", MONDAY, MONDAY.plusDays(5)));

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(Table.MART_EDGE_WEEKLY, sources().edges())
          .with(Table.MART_TIE_STRENGTH, sources().ties())
          .with(Table.CORE_FACT_POST, sources().posts())
          .with(Table.CORE_DIM_MEMBER, sources().members())
          .with(Table.CORE_FACT_MEMBER_ACTIVITY, sources().activity())
          .with(Table.CORE_FACT_TIE_STATE, sources().tieStates())
          .with(
              Table.CORE_DIM_CHANNEL,
              spark()
                  .createDataFrame(
                      ChannelDimension.rows(),
                      ContractTypes.structType(Contracts.of(Table.CORE_DIM_CHANNEL))))
          .assertTwin(Table.MART_MEMBER_REACH, MemberReach.from(sources()));
    }
  }

  private List<Row> told(String... columns) {
    return MemberReach.from(sources()).orderBy(MEMBER_NUMBER).selectExpr(columns).collectAsList();
  }

  private ReachSources sources() {
    return new ReachSources(
        table(
                Table.MART_EDGE_WEEKLY,
                List.of(
                    COMMUNITY_ID,
                    WEEK_DATE,
                    SOURCE_NUMBER,
                    TARGET_NUMBER,
                    CHANNEL,
                    REPLIES,
                    REACTIONS,
                    MESSAGES),
                edges.toArray(Row[]::new))
            .na()
            .fill(0),
        table(
            Table.MART_TIE_STRENGTH,
            List.of(
                COMMUNITY_ID,
                LOW_NUMBER,
                HIGH_NUMBER,
                TIE_CLASS,
                WEIGHT_LOW_TO_HIGH,
                WEIGHT_HIGH_TO_LOW),
            ties.toArray(Row[]::new)),
        table(
            Table.CORE_FACT_POST,
            List.of(COMMUNITY_ID, POST_ID, ROOT_ID, AUTHOR_NUMBER, CHANNEL, EVENT_TYPE),
            posts.toArray(Row[]::new)),
        members(),
        table(
            Table.CORE_FACT_MEMBER_ACTIVITY,
            List.of(COMMUNITY_ID, MEMBER_NUMBER, EVENT_DATE),
            activity.toArray(Row[]::new)),
        table(
            Table.CORE_FACT_TIE_STATE,
            List.of(COMMUNITY_ID, MEMBER_NUMBER, TIE_STATE, FROM_DATE, TO_DATE),
            states.toArray(Row[]::new)));
  }

  private void tie(int low, int high, String tieClass, double upward, double downward) {
    ties.add(row("club", low, high, tieClass, upward, downward));
  }

  private static Row edge(int source, int target, long replies, long reactions, long messages) {
    Date week = Date.valueOf(MONDAY);
    return row("club", week, source, target, "forum", replies, reactions, messages);
  }

  private static Row post(String id, String root, Integer author) {
    String type = id.equals(root) ? "broadcast_posted" : "broadcast_reposted";
    return row("club", id, root, author, "weibo", type);
  }

  private static Row active(int member, LocalDate day) {
    return row("club", member, Date.valueOf(day));
  }

  private static Row state(int member, String state, LocalDate from, LocalDate to) {
    return row("club", member, state, Date.valueOf(from), to == null ? null : Date.valueOf(to));
  }

  /** Members 1 to 5 stay, 6 has left, 7 joins later, 8 was never seen to join. */
  private static Dataset<Row> members() {
    List<Row> members = new ArrayList<>();
    for (int member = 1; member <= 8; member++) {
      Date joined = Date.valueOf(member == 7 ? "2026-03-09" : "2026-01-01");
      Date left = member == 6 ? Date.valueOf("2026-03-08") : null;
      members.add(row("club", member, "user", "stable", member == 8 ? null : joined, left, true));
    }
    return table(
        Table.CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, RING, JOINED_DATE, LEFT_DATE, IS_CURRENT),
        members.toArray(Row[]::new));
  }
}
