package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.content_response} promises, one sentence per test. */
class ContentResponseTest extends SparkCase {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void the_first_response_is_the_earliest_by_somebody_else() {
    assertThat(
            mart(
                thread("t", 1),
                reply("t", 1, "user", 10),
                reply("t", 3, "user", 90),
                reply("t", 2, "user", 30)))
        .containsExactly(row(1L, 0L, 0.0, 30L, 30L, 2L));
  }

  @Test
  void a_bot_answers_nothing() {
    assertThat(mart(thread("t", 1), reply("t", 2, "bot", 10)))
        .containsExactly(row(1L, 1L, 1.0, null, null, 0L));
  }

  @Test
  void percentiles_are_of_answered_threads_by_nearest_rank() {
    assertThat(
            mart(
                thread("t", 1),
                thread("u", 1),
                thread("v", 1),
                reply("t", 2, "user", 10),
                reply("u", 2, "user", 20)))
        .containsExactly(row(3L, 1L, 1.0 / 3, 10L, 20L, 2L));
  }

  @Test
  void what_was_taken_down_does_not_count() {
    assertThat(mart(removed(thread("t", 1)), thread("u", 1), removed(reply("u", 2, "user", 5))))
        .containsExactly(row(1L, 1L, 1.0, null, null, 0L));
  }

  @Test
  void an_author_the_source_forgot_is_somebody_else_unless_it_forgot_both() {
    assertThat(
            mart(
                thread("t", 1),
                reply("t", null, "user", 10),
                thread("u", null),
                reply("u", null, "user", 10)))
        .containsExactly(row(2L, 1L, 0.5, 10L, 10L, 1L));
  }

  @Test
  void staff_and_fans_share_the_responses() {
    assertThat(
            select(
                List.of(RESPONSES, STAFF_RESPONSES, FAN_RESPONSES, STAFF_RESPONSE_RATE),
                thread("t", 1),
                reply("t", 8, "employee", 10),
                reply("t", 9, "founder", 20),
                reply("t", 2, "dealer", 30),
                reply("t", 3, "user", 40)))
        .containsExactly(row(4L, 2L, 2L, 0.5));
  }

  @Test
  void staff_serves_when_it_answers_and_publishes_when_it_opens() {
    assertThat(
            select(
                List.of(SERVICE_POSTS, CONTENT_POSTS, SERVICE_CONTENT_RATIO),
                post("s", "s", 8, "employee", "thread_created", 0),
                post("b", "b", 8, "employee", "broadcast_posted", 0),
                thread("t", 1),
                reply("t", 8, "employee", 10)))
        .containsExactly(row(1L, 2L, 0.5));
  }

  private static Row thread(String post, Integer author) {
    return post(post, post, author, "user", "thread_created", 0);
  }

  private static Row reply(String thread, Integer author, String kind, long seconds) {
    return post(thread + author + seconds, thread, author, kind, "reply_created", seconds);
  }

  private static Row post(
      String post, String thread, Integer author, String kind, String type, long seconds) {
    Timestamp posted = Timestamp.from(NOON.plusSeconds(seconds));
    return row(
        "club",
        Date.valueOf("2026-03-02"),
        post,
        thread,
        author,
        kind,
        "forum",
        type,
        "brakes",
        posted,
        false,
        false);
  }

  private static Row removed(Row post) {
    return row(
        post.get(0),
        post.get(1),
        post.get(2),
        post.get(3),
        post.get(4),
        post.get(5),
        post.get(6),
        post.get(7),
        post.get(8),
        post.get(9),
        post.get(10),
        true);
  }

  private static List<Row> mart(Row... posts) {
    return select(
        List.of(
            THREADS,
            UNANSWERED,
            UNANSWERED_RATE,
            FIRST_RESPONSE_SECONDS_P50,
            FIRST_RESPONSE_SECONDS_P90,
            RESPONSES),
        posts);
  }

  private static List<Row> select(List<String> columns, Row... posts) {
    Dataset<Row> facts =
        table(
            Table.CORE_FACT_POST,
            List.of(
                COMMUNITY_ID,
                EVENT_DATE,
                POST_ID,
                THREAD_ID,
                AUTHOR_NUMBER,
                AUTHOR_KIND,
                CHANNEL,
                EVENT_TYPE,
                TOPIC,
                POSTED_TS,
                IS_ESSENCE,
                IS_REMOVED),
            posts);
    return ContentResponse.from(facts).selectExpr(columns.toArray(String[]::new)).collectAsList();
  }
}
