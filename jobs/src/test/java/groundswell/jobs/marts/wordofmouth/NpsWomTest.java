package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.facts.ChannelDimension;
import groundswell.jobs.marts.measure.Audience;
import groundswell.jobs.tables.ContractTypes;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.nps_wom} promises, one sentence per test. */
class NpsWomTest extends SparkCase {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final long DAY = 86_400;

  @Test
  void nine_and_ten_promote_seven_and_eight_pass_and_all_below_detract() {
    var surveys =
        surveys(
            answer(1, 10, 0), answer(2, 9, 0), answer(3, 8, 0), answer(4, 7, 0), answer(5, 6, 0));

    assertThat(whole(surveys, RESPONDENTS, PROMOTERS, PASSIVES, DETRACTORS, NET_PROMOTER_SCORE))
        .containsExactly(row(5L, 2L, 2L, 1L, 20.0));
  }

  // By hand: n + 3 = 13, p = 6.75/13, d = 2.75/13, net = 4/13,
  // half = 1.96 * sqrt((9.5/13 - (4/13)^2) / 13)
  @Test
  void the_interval_is_adjusted_wald_with_three_answers_added() {
    Row[] answers = new Row[10];
    for (int member = 0; member < answers.length; member++) {
      answers[member] = answer(member, member < 6 ? 10 : member < 8 ? 7 : 0, 0);
    }
    Row interval = whole(surveys(answers), NET_PROMOTER_LOW, NET_PROMOTER_HIGH).get(0);
    double half = 195.9963984540054 * Math.sqrt((9.5 / 13 - 16.0 / 169) / 13);

    assertThat(interval.getDouble(0)).isCloseTo(400.0 / 13 - half, within(1e-9));
    assertThat(interval.getDouble(1)).isCloseTo(400.0 / 13 + half, within(1e-9));
  }

  @Test
  void the_interval_of_one_answer_reaches_the_score_and_not_beyond() {
    assertThat(whole(surveys(answer(1, 10, 0)), NET_PROMOTER_SCORE, NET_PROMOTER_HIGH))
        .containsExactly(row(100.0, 100.0));
    assertThat(whole(surveys(answer(1, 0, 0)), NET_PROMOTER_SCORE, NET_PROMOTER_LOW))
        .containsExactly(row(-100.0, -100.0));
  }

  @Test
  void the_last_answer_of_the_week_counts_and_each_anonymous_one_is_somebody() {
    var surveys =
        surveys(answer(1, 0, 0), answer(1, 10, 60), answer(null, 9, 0), answer(null, 9, 1));

    assertThat(whole(surveys, RESPONDENTS, PROMOTERS)).containsExactly(row(3L, 3L));
  }

  @Test
  void staff_is_not_asked_and_satisfaction_is_another_question() {
    var surveys =
        surveys(
            answer(1, 9, 0),
            survey("nps", 2, "employee", "stable", "app", 0, 0),
            survey("csat", 3, "user", "stable", "app", 0, 0));

    assertThat(whole(surveys, RESPONDENTS, DETRACTORS)).containsExactly(row(1L, 0L));
  }

  @Test
  void the_response_rate_is_of_the_active_members_of_the_ring() {
    assertThat(whole(surveys(answer(1, 9, 0)), ACTIVE_MEMBERS, RESPONSE_RATE))
        .containsExactly(row(4L, 0.25));
    assertThat(
            NpsWom.from(surveys(answer(1, 9, 0)), audience(interactions(), posts()), noActivity())
                .filter("ring = 'all' AND channel = 'all'")
                .select(ACTIVE_MEMBERS, RESPONSE_RATE)
                .collectAsList())
        .containsExactly(row(0L, null));
  }

  @Test
  void a_detractor_reaches_who_answers_and_whom_the_detractor_addresses() {
    var interactions =
        interactions(
            interaction("reply", 7, 1, "forum", 60),
            interaction("repost", 8, 1, "weibo", 60),
            interaction("message", 1, 9, "wechat", 60),
            interaction("message", 6, 1, "wechat", 60),
            interaction("follow", 5, 1, "weibo", 60));

    assertThat(reach(interactions, posts())).containsExactly(row(3L, 2L));
  }

  @Test
  void only_four_weeks_after_the_answer_count_and_nobody_is_reached_twice() {
    var interactions =
        interactions(
            interaction("reply", 7, 1, "forum", 0),
            interaction("reply", 8, 1, "forum", 28 * DAY),
            interaction("reply", 8, 1, "qzone", 60),
            interaction("reply", 9, 1, "forum", 28 * DAY + 1));

    assertThat(reach(interactions, posts())).containsExactly(row(1L, 1L));
  }

  @Test
  void who_passes_on_further_down_the_cascade_is_reached_as_well() {
    var posts = posts(post("a", "a", 1, 10), post("b", "a", 7, 20), post("c", "a", 8, 30));

    assertThat(reach(interactions(), posts)).containsExactly(row(2L, 2L));
  }

  @Test
  void promoters_and_the_anonymous_have_no_negative_reach() {
    var interactions = interactions(interaction("reply", 7, 1, "forum", 60));

    assertThat(
            NpsWom.from(
                    surveys(answer(1, 9, 0), answer(null, 0, 0)),
                    audience(interactions, posts()),
                    activity())
                .filter("ring = 'all' AND channel = 'all'")
                .select(DETRACTORS, NEGATIVE_REACH)
                .collectAsList())
        .containsExactly(row(1L, 0L));
  }

  @Test
  void the_twin_in_plain_sql_agrees_on_repeated_and_anonymous_answers(@TempDir Path folder) {
    Dataset<Row> surveys =
        surveys(
            answer(1, 3, 0),
            answer(1, 4, 7 * DAY),
            survey("nps", 2, "user", "core", "wechat", 6, 0),
            survey("nps", 2, "user", "core", "app", 10, 90),
            survey("nps", 3, "dealer", "dev", "wechat", 0, 0),
            answer(null, 0, 0),
            answer(4, 9, 5),
            survey("nps", 5, "founder", "core", "app", 0, 0));
    Dataset<Row> interactions =
        interactions(
            interaction("reply", 7, 1, "forum", 60),
            interaction("comment", 1, 8, "qzone", 61),
            interaction("reaction", 9, 3, "weibo", 62),
            interaction("accept", 9, 1, "forum", 9 * DAY),
            interaction("meet", 3, 7, "meetup", 10 * DAY),
            interaction("mention", 2, 3, "weibo", 70));
    Dataset<Row> posts =
        posts(
            post("a", "a", 3, 10),
            post("b", "a", 7, 20),
            post("c", "a", 3, 30),
            post("d", "x", 9, 40));

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(Table.CORE_FACT_SURVEY, surveys)
          .with(Table.CORE_FACT_INTERACTION, interactions)
          .with(Table.CORE_FACT_POST, posts)
          .with(Table.CORE_DIM_CHANNEL, channels())
          .with(Table.CORE_FACT_MEMBER_ACTIVITY, memberActivity())
          .with(Table.CORE_DIM_MEMBER, members())
          .assertTwin(
              Table.MART_NPS_WOM, NpsWom.from(surveys, audience(interactions, posts), activity()));
    }
  }

  private static List<Row> whole(Dataset<Row> surveys, String... columns) {
    return NpsWom.from(surveys, audience(interactions(), posts()), activity())
        .filter("ring = 'all' AND channel = 'all'")
        .selectExpr(columns)
        .collectAsList();
  }

  private static List<Row> reach(Dataset<Row> interactions, Dataset<Row> posts) {
    return NpsWom.from(surveys(answer(1, 3, 0)), audience(interactions, posts), activity())
        .filter("ring = 'all' AND channel = 'all'")
        .select(NEGATIVE_REACH, NEGATIVE_REACH_IN_PUBLIC)
        .collectAsList();
  }

  private static Dataset<Row> audience(Dataset<Row> interactions, Dataset<Row> posts) {
    return Audience.from(interactions, posts);
  }

  private static Row answer(Integer member, int score, long seconds) {
    return survey("nps", member, "user", "stable", "app", score, seconds);
  }

  private static Row survey(
      String kind,
      Integer member,
      String actorKind,
      String ring,
      String channel,
      int score,
      long seconds) {
    return row(
        "club", day(seconds), instant(seconds), kind, member, actorKind, ring, channel, score);
  }

  private static Dataset<Row> surveys(Row... rows) {
    return table(
            Table.CORE_FACT_SURVEY,
            List.of(
                COMMUNITY_ID,
                EVENT_DATE,
                EVENT_TS,
                KIND,
                MEMBER_NUMBER,
                ACTOR_KIND,
                RING,
                CHANNEL,
                SCORE),
            rows)
        .selectExpr(
            "* EXCEPT (event_id)",
            "concat('e', date_format(event_ts, 'DDDHHmmss'), coalesce(string(member_number), 'x')) AS"
                + " event_id");
  }

  private static Row interaction(
      String kind, int source, int target, String channel, long seconds) {
    return row("club", instant(seconds), kind, source, target, channel);
  }

  private static Dataset<Row> interactions(Row... rows) {
    return table(
        Table.CORE_FACT_INTERACTION,
        List.of(COMMUNITY_ID, EVENT_TS, KIND, SOURCE_NUMBER, TARGET_NUMBER, CHANNEL),
        rows);
  }

  private static PostRow post(String id, String root, int author, long seconds) {
    return new PostRow()
        .with(COMMUNITY_ID, "club")
        .with(POST_ID, id)
        .with(ROOT_ID, root)
        .with(AUTHOR_NUMBER, author)
        .with(CHANNEL, "weibo")
        .with(EVENT_TYPE, id.equals(root) ? "broadcast_posted" : "broadcast_reposted")
        .with(POSTED_TS, instant(seconds));
  }

  private static Dataset<Row> posts(PostRow... posts) {
    Row[] rows = List.of(posts).stream().map(PostRow::row).toArray(Row[]::new);
    return table(Table.CORE_FACT_POST, PostRow.COLUMNS, rows);
  }

  private static Dataset<Row> channels() {
    return spark()
        .createDataFrame(
            ChannelDimension.rows(),
            ContractTypes.structType(Contracts.of(Table.CORE_DIM_CHANNEL)));
  }

  /** Members 1 to 4 of ring stable are active on the first Monday. */
  private static Dataset<Row> activity() {
    Date monday = Date.valueOf("2026-03-02");
    return table(
        "community_id STRING, week_date DATE, ring STRING, active_members BIGINT",
        row("club", monday, "stable", 4L),
        row("club", monday, "all", 4L));
  }

  private static Dataset<Row> noActivity() {
    return activity().filter(lit(false));
  }

  private static Dataset<Row> memberActivity() {
    Date monday = Date.valueOf("2026-03-02");
    return table(
        Table.CORE_FACT_MEMBER_ACTIVITY,
        List.of(COMMUNITY_ID, EVENT_DATE, MEMBER_NUMBER),
        row("club", monday, 1),
        row("club", monday, 2),
        row("club", monday, 3),
        row("club", monday, 4));
  }

  private static Dataset<Row> members() {
    return table(
        Table.CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, RING, VALID_FROM_TS, VALID_FROM_DATE),
        member(1),
        member(2),
        member(3),
        member(4));
  }

  private static Row member(int number) {
    Timestamp from = Timestamp.valueOf("2026-01-01 00:00:00");
    return row("club", number, "user", "stable", from, Date.valueOf("2026-01-01"));
  }

  private static Timestamp instant(long seconds) {
    return Timestamp.from(NOON.plusSeconds(seconds));
  }

  private static Date day(long seconds) {
    return Date.valueOf(NOON.plusSeconds(seconds).atZone(ZoneOffset.UTC).toLocalDate());
  }
}
