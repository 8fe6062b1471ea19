package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who acted on whom. Grain: one row per (community_id, event_id, source_number, target_number).
 * Contract: {@code contracts/core.fact_interaction.odcs.yaml}.
 */
public final class InteractionFact {
  /** Kinds that name their target themselves. */
  private static final Map<String, String> DIRECT =
      new TreeMap<>(
          Map.of(
              "mention", "mention",
              "message_sent", "message",
              "service_replied", "service",
              "follow", "follow",
              "unfollow", "unfollow",
              "friend_confirmed", "friend",
              "friend_removed", "unfriend"));

  /** Kinds that answer a post; its author is the target where the event names none. */
  private static final Map<String, String> ANSWERING =
      new TreeMap<>(
          Map.of(
              "reply_created", "reply",
              "feed_commented", "comment",
              "broadcast_reposted", "repost",
              "feed_shared", "share",
              "reaction_added", "reaction",
              "answer_accepted", "accept"));

  private static final String ABOUT_POST = "about_post";
  private static final String ABOUT_THREAD = "about_thread";
  private static final String POST_THREAD = "post_thread";
  private static final String POST_AUTHOR = "post_author";
  private static final String THREAD_AUTHOR = "thread_author";

  private InteractionFact() {}

  /** Builds the fact from the numbered events and {@code fact_post} of whole communities. */
  public static Dataset<Row> from(Dataset<Row> events, Dataset<Row> posts) {
    return direct(events)
        .unionByName(answering(events, posts))
        .unionByName(referrals(events))
        .unionByName(Meetings.from(events))
        .filter(col(SOURCE_NUMBER).notEqual(col(TARGET_NUMBER))); // drops unknown ends as well
  }

  private static Dataset<Row> direct(Dataset<Row> events) {
    Dataset<Row> acts =
        events
            .filter(col(EVENT_TYPE).isin(DIRECT.keySet().toArray()))
            .select(interaction(col(ACTOR_NUMBER), col(TARGET_NUMBER), kind(DIRECT)));
    Dataset<Row> otherWay =
        acts.filter(col(KIND).equalTo("friend"))
            .select(interaction(col(TARGET_NUMBER), col(SOURCE_NUMBER), col(KIND)));
    return acts.unionByName(otherWay);
  }

  private static Dataset<Row> referrals(Dataset<Row> events) {
    return events
        .filter(col(EVENT_TYPE).equalTo("referral_converted"))
        .select(interaction(col(REFERRER_NUMBER), col(ACTOR_NUMBER), lit("referral")));
  }

  private static Dataset<Row> answering(Dataset<Row> events, Dataset<Row> posts) {
    Column isAccept = col(KIND).equalTo("accept");
    Dataset<Row> answers = answers(events).withColumn(KIND, kind(ANSWERING));
    Column isComplete =
        col(TARGET_NUMBER).isNotNull().and(col(ACTOR_NUMBER).isNotNull().or(not(isAccept)));
    Dataset<Row> complete =
        answers
            .filter(isComplete)
            .select(interaction(col(ACTOR_NUMBER), col(TARGET_NUMBER), col(KIND)));
    Column source = coalesce(col(ACTOR_NUMBER), when(isAccept, col(THREAD_AUTHOR)));
    Column target =
        coalesce(
            col(TARGET_NUMBER),
            col(POST_AUTHOR),
            when(col(KIND).isin("reply", "comment"), col(THREAD_AUTHOR)));
    Dataset<Row> looked =
        withAuthors(answers.filter(not(isComplete)), posts)
            .select(interaction(source, target, col(KIND)));
    return complete.unionByName(looked);
  }

  /** The post that each answer is about, and the first post of its thread. */
  private static Dataset<Row> answers(Dataset<Row> events) {
    Column thread = coalesce(col(THREAD_ID), col(ROOT_ID));
    Column post =
        when(col(EVENT_TYPE).isin("reaction_added", "answer_accepted"), col(OBJECT_ID))
            .otherwise(coalesce(col(PARENT_ID), thread));
    return events
        .filter(col(EVENT_TYPE).isin(ANSWERING.keySet().toArray()))
        .withColumn(ABOUT_POST, post)
        .withColumn(ABOUT_THREAD, thread);
  }

  private static Dataset<Row> withAuthors(Dataset<Row> answers, Dataset<Row> posts) {
    Dataset<Row> answered = posts.select(COMMUNITY_ID, POST_ID, AUTHOR_NUMBER, THREAD_ID);
    Dataset<Row> threads = posts.select(COMMUNITY_ID, POST_ID, AUTHOR_NUMBER);
    return answers
        .join(
            answered.toDF(COMMUNITY_ID, ABOUT_POST, POST_AUTHOR, POST_THREAD),
            on(ABOUT_POST),
            "left")
        .withColumn(ABOUT_THREAD, coalesce(col(POST_THREAD), col(ABOUT_THREAD)))
        .join(threads.toDF(COMMUNITY_ID, ABOUT_THREAD, THREAD_AUTHOR), on(ABOUT_THREAD), "left");
  }

  private static String[] on(String post) {
    return new String[] {COMMUNITY_ID, post};
  }

  private static Column kind(Map<String, String> kinds) {
    Column kind = lit(null).cast("string");
    for (var entry : kinds.entrySet()) {
      kind = when(col(EVENT_TYPE).equalTo(entry.getKey()), entry.getValue()).otherwise(kind);
    }
    return kind;
  }

  private static Column[] interaction(Column source, Column target, Column kind) {
    return new Column[] {
      col(COMMUNITY_ID),
      col(EVENT_DATE),
      col(PERIOD),
      col(EVENT_TS),
      col(EVENT_ID),
      source.as(SOURCE_NUMBER),
      target.as(TARGET_NUMBER),
      coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
      kind.as(KIND)
    };
  }
}
