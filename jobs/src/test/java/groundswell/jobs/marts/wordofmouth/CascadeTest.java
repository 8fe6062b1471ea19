package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.facts.ChannelDimension;
import groundswell.jobs.tables.ContractTypes;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.cascade} promises, one sentence per test. */
class CascadeTest extends SparkCase {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String[] SHAPE = {
    CASCADE_SIZE, CASCADE_DEPTH, MAX_WIDTH, STRUCTURAL_VIRALITY
  };

  @Test
  void a_post_that_nobody_passed_on_is_a_cascade_of_one_without_a_distance() {
    assertThat(told(List.of(post("a")), SHAPE)).containsExactly(row(1L, 0L, 1L, null));
  }

  @Test
  void a_star_of_n_has_distance_two_less_two_nths() {
    assertThat(
            told(List.of(post("a"), repost("b", "a"), repost("c", "a"), repost("d", "a")), SHAPE))
        .containsExactly(row(4L, 1L, 3L, 1.5));
  }

  @Test
  void a_chain_of_n_has_a_third_of_n_plus_one() {
    assertThat(
            told(List.of(post("a"), repost("b", "a"), repost("c", "b"), repost("d", "c")), SHAPE))
        .containsExactly(row(4L, 3L, 1L, 5.0 / 3));
  }

  @Test
  @Tag("guarantee-12")
  void a_post_whose_parent_is_unknown_hangs_from_the_first_and_is_counted_as_orphan() {
    assertThat(
            told(
                List.of(post("a"), repost("b", "gone"), repost("c", "b")),
                CASCADE_DEPTH,
                STRUCTURAL_VIRALITY,
                ORPHAN_COUNT))
        .containsExactly(row(2L, 4.0 / 3, 1L));
  }

  @Test
  void posts_on_a_circle_of_parents_hang_from_the_first_and_what_is_below_them_stays() {
    assertThat(
            told(
                List.of(post("a"), repost("b", "c"), repost("c", "b"), repost("d", "c")),
                CASCADE_DEPTH,
                MAX_WIDTH,
                ORPHAN_COUNT))
        .containsExactly(row(2L, 2L, 2L));
  }

  @Test
  void a_first_post_that_was_taken_down_has_spread_all_the_same() {
    assertThat(
            told(
                List.of(post("a").with(IS_REMOVED, true), repost("b", "a")),
                ROOT_STATE,
                CASCADE_SIZE,
                AUTHOR_KIND))
        .containsExactly(row("removed", 2L, "user"));
  }

  @Test
  void a_first_post_that_is_not_in_the_data_is_assumed_and_not_counted() {
    assertThat(
            told(
                List.of(repost("b", "a"), repost("c", "a")),
                ROOT_STATE,
                CASCADE_SIZE,
                STRUCTURAL_VIRALITY,
                ORPHAN_COUNT,
                AUTHOR_KIND,
                AUTHOR_RING))
        .containsExactly(row("missing", 2L, 2.0, 2L, "unknown", "unknown"));
  }

  @Test
  void pace_is_the_nearest_rank_among_those_that_passed_it_on() {
    assertThat(
            told(
                List.of(
                    post("a"),
                    at(repost("b", "a"), 10),
                    at(repost("c", "a"), 20),
                    at(repost("d", "a"), 90)),
                SPREAD_SECONDS_P50,
                SPREAD_SECONDS_P90))
        .containsExactly(row(20L, 90L));
  }

  @Test
  void who_passes_on_before_the_first_post_does_so_at_once() {
    assertThat(
            told(
                List.of(at(post("a"), 60), at(repost("b", "a"), 10), at(repost("c", "a"), 70)),
                POSTED_TS,
                SPREAD_SECONDS_P50,
                SPREAD_SECONDS_P90))
        .containsExactly(row(Timestamp.from(NOON.plusSeconds(60)), 0L, 10L));
  }

  @Test
  void a_comment_passes_nothing_on_and_a_forum_has_no_cascades() {
    assertThat(
            told(
                List.of(
                    post("a"),
                    repost("b", "a").with(EVENT_TYPE, "feed_commented"),
                    post("t").with(ROOT_ID, "t").with(CHANNEL, "forum")),
                ROOT_ID,
                CASCADE_SIZE))
        .containsExactly(row("a", 1L));
  }

  @Test
  void rewarded_posts_are_counted_and_the_campaign_is_that_of_the_first_post() {
    assertThat(
            told(
                List.of(
                    post("a").with(CAMPAIGN_ID, "spring"),
                    repost("b", "a").with(IS_REWARDED, true),
                    repost("c", "a").with(CAMPAIGN_ID, "autumn")),
                CAMPAIGN_ID,
                REWARDED_POSTS))
        .containsExactly(row("spring", 1L));
  }

  @Test
  void the_twin_in_plain_sql_agrees_on_circles_orphans_and_lost_roots(@TempDir Path folder) {
    Dataset<Row> posts =
        posts(
            List.of(
                at(post("a"), 5),
                repost("b", "a"),
                at(repost("c", "b"), 7),
                at(repost("d", "c"), 7),
                repost("e", "gone"),
                repost("f", "g"),
                repost("g", "f"),
                repost("h", "g"),
                repost("i", "i"),
                at(repost("y", "x"), 3).with(ROOT_ID, "x"),
                at(repost("z", "y"), 2).with(ROOT_ID, "x"),
                post("t").with(ROOT_ID, "t").with(IS_REMOVED, true),
                post("u").with(ROOT_ID, "u").with(AUTHOR_RING, null)));
    Dataset<Row> channels =
        spark()
            .createDataFrame(
                ChannelDimension.rows(),
                ContractTypes.structType(Contracts.of(Table.CORE_DIM_CHANNEL)));

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(Table.CORE_FACT_POST, posts)
          .with(Table.CORE_DIM_CHANNEL, channels)
          .assertTwin(Table.MART_CASCADE, Cascade.from(posts));
    }
  }

  private static List<Row> told(List<PostRow> posts, String... columns) {
    return Cascade.from(posts(posts)).selectExpr(columns).collectAsList();
  }

  private static Dataset<Row> posts(List<PostRow> posts) {
    return table(
        Table.CORE_FACT_POST,
        PostRow.COLUMNS,
        posts.stream().map(PostRow::row).toArray(Row[]::new));
  }

  private static PostRow post(String id) {
    return repost(id, null);
  }

  private static PostRow repost(String id, String parent) {
    return new PostRow()
        .with(COMMUNITY_ID, "club")
        .with(EVENT_DATE, Date.valueOf("2026-03-02"))
        .with(POST_ID, id)
        .with(PARENT_ID, parent)
        .with(ROOT_ID, "a")
        .with(AUTHOR_KIND, "user")
        .with(AUTHOR_RING, "stable")
        .with(CHANNEL, "weibo")
        .with(EVENT_TYPE, parent == null ? "broadcast_posted" : "broadcast_reposted")
        .with(POSTED_TS, Timestamp.from(NOON))
        .with(IS_REMOVED, false)
        .with(IS_REWARDED, false);
  }

  private static PostRow at(PostRow post, long seconds) {
    return post.with(POSTED_TS, Timestamp.from(NOON.plusSeconds(seconds)));
  }
}
