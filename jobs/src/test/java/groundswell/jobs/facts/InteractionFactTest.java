package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_interaction} promises, one sentence per test. */
class InteractionFactTest extends SparkCase {
  private static final Act THREAD_BY_1 = act("thread_created", 1).with(OBJECT_ID, "t");

  @Test
  void a_reply_acts_on_the_author_of_its_parent() {
    assertThat(interactions(THREAD_BY_1, reply("a", 2), reply("b", 3).with(PARENT_ID, "a")))
        .containsExactlyInAnyOrder(row(2, 1, "reply"), row(3, 2, "reply"));
  }

  @Test
  void a_reply_that_names_its_target_acts_on_that() {
    assertThat(interactions(THREAD_BY_1, reply("a", 2).with(TARGET_NUMBER, 7)))
        .containsExactly(row(2, 7, "reply"));
  }

  @Test
  void a_reply_to_a_post_of_an_unknown_author_acts_on_the_author_of_the_thread() {
    assertThat(interactions(THREAD_BY_1, reply("a", null), reply("b", 3).with(PARENT_ID, "a")))
        .containsExactly(row(3, 1, "reply"));
  }

  @Test
  void nobody_acts_on_oneself() {
    assertThat(interactions(THREAD_BY_1, reply("a", 1))).isEmpty();
  }

  @Test
  void an_acceptance_without_actor_is_by_the_author_of_the_thread() {
    assertThat(
            interactions(
                THREAD_BY_1,
                reply("a", 2),
                act("answer_accepted", null).with(OBJECT_ID, "a").with(THREAD_ID, "t")))
        .contains(row(1, 2, "accept"));
  }

  @Test
  void a_reaction_counts_only_when_its_actor_is_known() {
    assertThat(
            interactions(
                THREAD_BY_1,
                act("reaction_added", null).with(OBJECT_ID, "t"),
                act("reaction_added", 4).with(OBJECT_ID, "t")))
        .containsExactly(row(4, 1, "reaction"));
  }

  @Test
  void a_repost_acts_on_the_author_of_the_parent_not_of_the_root() {
    assertThat(
            interactions(
                act("broadcast_posted", 1).with(OBJECT_ID, "r"),
                act("broadcast_reposted", 2)
                    .with(OBJECT_ID, "s")
                    .with(ROOT_ID, "r")
                    .with(PARENT_ID, "r"),
                act("broadcast_reposted", 3)
                    .with(OBJECT_ID, "u")
                    .with(ROOT_ID, "r")
                    .with(PARENT_ID, "s")))
        .containsExactlyInAnyOrder(row(2, 1, "repost"), row(3, 2, "repost"));
  }

  @Test
  void a_confirmed_friendship_acts_both_ways_and_a_follow_one_way() {
    assertThat(
            interactions(
                act("friend_confirmed", 1).with(TARGET_NUMBER, 2),
                act("follow", 1).with(TARGET_NUMBER, 3)))
        .containsExactlyInAnyOrder(row(1, 2, "friend"), row(2, 1, "friend"), row(1, 3, "follow"));
  }

  @Test
  void a_referral_goes_from_who_recommended_to_who_adopted() {
    assertThat(interactions(act("referral_converted", 2).with(REFERRER_NUMBER, 1)))
        .containsExactly(row(1, 2, "referral"));
  }

  @Test
  void those_who_come_to_a_meetup_meet_at_the_later_arrival() {
    var met =
        InteractionFact.from(
                events(attends(1).at(0), attends(2).at(60), attends(2).at(90)), noPosts())
            .select(SOURCE_NUMBER, TARGET_NUMBER, KIND, EVENT_TS, EVENT_ID);

    assertThat(met.collectAsList())
        .containsExactlyInAnyOrder(
            row(1, 2, "meet", Act.instant(60), "e2"), row(2, 1, "meet", Act.instant(60), "e2"));
  }

  @Test
  void in_a_hall_of_more_than_thirty_nobody_meets_everybody() {
    assertThat(meeting(30)).hasSize(30 * 29);
    assertThat(meeting(31)).isEmpty();
  }

  private static List<Row> meeting(int attenders) {
    return interactions(
        IntStream.range(0, attenders).mapToObj(member -> attends(member)).toArray(Act[]::new));
  }

  private static Act attends(int member) {
    return act("meetup_attended", member).with(MEETUP_ID, "m").with(CHANNEL, "meetup");
  }

  private static Act reply(String post, Integer author) {
    return act("reply_created", author).with(OBJECT_ID, post).with(THREAD_ID, "t");
  }

  private static Dataset<Row> noPosts() {
    return PostFact.from(events());
  }

  private static List<Row> interactions(Act... acts) {
    var events = events(acts);
    return InteractionFact.from(events, PostFact.from(events))
        .select(SOURCE_NUMBER, TARGET_NUMBER, KIND)
        .collectAsList();
  }
}
