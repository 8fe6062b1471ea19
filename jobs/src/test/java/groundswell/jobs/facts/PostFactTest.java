package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_post} promises, one sentence per test. */
class PostFactTest extends SparkCase {
  @Test
  void a_reply_hangs_one_step_below_what_it_answers() {
    assertThat(
            posts(
                thread("t", 1),
                reply("a", 2).with(THREAD_ID, "t"),
                reply("b", 1).with(THREAD_ID, "t").with(PARENT_ID, "a")))
        .containsExactlyInAnyOrder(
            row("t", "t", null, 1, 0), row("a", "t", "t", 2, 1), row("b", "t", "a", 1, 2));
  }

  @Test
  void a_comment_that_names_only_its_parent_lands_in_the_parents_thread() {
    assertThat(
            posts(
                thread("t", 1),
                reply("a", 2).with(THREAD_ID, "t"),
                act("feed_commented", 3).with(OBJECT_ID, "c").with(PARENT_ID, "a")))
        .contains(row("c", "t", "a", 3, 2));
  }

  @Test
  void a_comment_that_names_an_answer_as_its_thread_lands_in_the_answers_thread() {
    assertThat(
            posts(
                thread("t", 1),
                reply("a", 2).with(THREAD_ID, "t"),
                reply("c", 3).with(THREAD_ID, "a").with(PARENT_ID, "a")))
        .contains(row("c", "t", "a", 3, 2));
  }

  @Test
  void a_reply_to_a_post_that_is_not_in_the_data_is_one_step_deep() {
    assertThat(posts(reply("a", 2).with(THREAD_ID, "gone")))
        .containsExactly(row("a", "gone", "gone", 2, 1));
  }

  @Test
  void posts_that_answer_each_other_in_a_circle_are_one_step_deep() {
    assertThat(
            posts(
                reply("a", 1).with(THREAD_ID, "t").with(PARENT_ID, "b"),
                reply("b", 2).with(THREAD_ID, "t").with(PARENT_ID, "a")))
        .containsExactlyInAnyOrder(row("a", "t", "b", 1, 1), row("b", "t", "a", 2, 1));
  }

  @Test
  void two_events_for_one_post_are_one_post_the_earlier() {
    assertThat(posts(thread("t", 2).at(5), thread("t", 1)))
        .containsExactly(row("t", "t", null, 1, 0));
  }

  @Test
  void a_service_ticket_is_a_thread_and_its_replies_are_posts_of_their_own() {
    assertThat(
            posts(
                act("service_ticket_opened", 1).with(OBJECT_ID, "k").with(TICKET_ID, "k"),
                act("service_replied", 9).with(OBJECT_ID, "k").with(TICKET_ID, "k")))
        .containsExactlyInAnyOrder(row("k", "k", null, 1, 0), row("e2", "k", "k", 9, 1));
  }

  @Test
  void a_post_knows_its_authors_ring_its_campaign_and_whether_it_was_rewarded() {
    var told =
        PostFact.from(
                events(
                    act("broadcast_posted", 1)
                        .with(OBJECT_ID, "a")
                        .with(NumberedEvents.ACTOR_RING, "dev"),
                    act("broadcast_reposted", 2)
                        .with(OBJECT_ID, "b")
                        .with(ROOT_ID, "a")
                        .with(CAMPAIGN_ID, "spring")
                        .with(IS_REWARDED, true)))
            .orderBy(POST_ID)
            .select(AUTHOR_RING, CAMPAIGN_ID, IS_REWARDED);

    assertThat(told.collectAsList())
        .containsExactly(row("dev", null, false), row("unknown", "spring", true));
  }

  @Test
  void marks_may_come_at_any_time_and_of_unknown_posts_they_are_dropped() {
    var marked =
        PostFact.from(
                events(
                    act("post_marked_essence", 9).with(OBJECT_ID, "t").at(-60),
                    thread("t", 1),
                    thread("u", 1),
                    act("content_removed", 9).with(OBJECT_ID, "u").at(60),
                    act("content_removed", 9).with(OBJECT_ID, "unknown")))
            .select(POST_ID, IS_ESSENCE, IS_REMOVED);

    assertThat(marked.collectAsList())
        .containsExactlyInAnyOrder(row("t", true, false), row("u", false, true));
  }

  @Test
  void a_reply_without_topic_speaks_of_its_threads() {
    var topics =
        PostFact.from(
                events(
                    thread("t", 1).with(TOPIC, "brakes"),
                    reply("a", 2).with(THREAD_ID, "t"),
                    reply("b", 2).with(THREAD_ID, "t").with(TOPIC, "bells")))
            .select(POST_ID, TOPIC);

    assertThat(topics.collectAsList())
        .containsExactlyInAnyOrder(row("t", "brakes"), row("a", "brakes"), row("b", "bells"));
  }

  private static Act thread(String post, Integer author) {
    return act("thread_created", author).with(OBJECT_ID, post);
  }

  private static Act reply(String post, Integer author) {
    return act("reply_created", author).with(OBJECT_ID, post);
  }

  private static List<Row> posts(Act... acts) {
    return PostFact.from(events(acts))
        .select(POST_ID, THREAD_ID, PARENT_ID, AUTHOR_NUMBER, DEPTH)
        .collectAsList();
  }
}
