package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Everything written for others to read, with its thread, its depth and what became of it. Grain:
 * one row per (community_id, post_id). Contract: {@code contracts/core.fact_post.odcs.yaml}.
 */
public final class PostFact {
  /** Posts that begin a thread or a cascade. */
  private static final Object[] FIRST_TYPES = {
    "thread_created", "broadcast_posted", "feed_posted", "service_ticket_opened"
  };

  private static final Object[] LATER_TYPES = {
    "reply_created", "broadcast_reposted", "feed_commented", "feed_shared", "service_replied"
  };

  private static final Object[] MARK_TYPES = {"post_marked_essence", "content_removed"};

  /** How many answers are climbed to find the first post of a thread. */
  private static final int ANSWERS_ABOVE = 2;

  private static final String POST = "post";
  private static final String POSTED_MICROS = "posted_micros";

  private PostFact() {}

  /** Builds the fact from the numbered events of whole communities. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Dataset<Row> posts = withThreads(postsWithMarks(events));
    return withDepths(posts)
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            col(POST_ID),
            col(THREAD_ID),
            col(PARENT_ID),
            col(ROOT_ID),
            col(AUTHOR_NUMBER),
            col(AUTHOR_KIND),
            col(CHANNEL),
            col(EVENT_TYPE),
            col(TOPIC),
            timestamp_micros(col(POSTED_MICROS)).as(POSTED_TS),
            col(IS_ESSENCE),
            col(IS_REMOVED),
            col(DEPTH));
  }

  /** One row per post: its first event, and whether any event marked it or took it down. */
  private static Dataset<Row> postsWithMarks(Dataset<Row> events) {
    Column isPost = col(EVENT_TYPE).isin(FIRST_TYPES).or(col(EVENT_TYPE).isin(LATER_TYPES));
    Column isMark = col(EVENT_TYPE).isin(MARK_TYPES).and(col(OBJECT_ID).isNotNull());
    return events
        .filter(isPost.or(isMark))
        .select(
            col(COMMUNITY_ID),
            postId().as(POST_ID),
            when(isPost, post()).as(POST),
            col(EVENT_TYPE)
                .equalTo("post_marked_essence")
                .or(coalesce(col(IS_ESSENCE), lit(false)))
                .as(IS_ESSENCE),
            col(EVENT_TYPE).equalTo("content_removed").as(IS_REMOVED))
        .groupBy(COMMUNITY_ID, POST_ID)
        .agg(min(POST).as(POST), max(IS_ESSENCE).as(IS_ESSENCE), max(IS_REMOVED).as(IS_REMOVED))
        .filter(col(POST).isNotNull())
        .select(col(COMMUNITY_ID), col(POST_ID), col(POST + ".*"), col(IS_ESSENCE), col(IS_REMOVED))
        .withColumn(PARENT_ID, nullif(col(PARENT_ID), col(POST_ID)))
        .drop(EVENT_ID);
  }

  private static Column postId() {
    return when(col(EVENT_TYPE).equalTo("service_ticket_opened"), col(TICKET_ID))
        .when(col(EVENT_TYPE).equalTo("service_replied"), col(EVENT_ID))
        .otherwise(coalesce(col(OBJECT_ID), col(EVENT_ID)));
  }

  /** The first two fields order the events of one post; the earliest says what the post is. */
  private static Column post() {
    Column isFirst = col(EVENT_TYPE).isin(FIRST_TYPES);
    Column namedThread =
        when(isFirst, postId()).otherwise(coalesce(col(THREAD_ID), col(ROOT_ID), col(TICKET_ID)));
    Column answered = coalesce(col(PARENT_ID), col(THREAD_ID), col(ROOT_ID), col(TICKET_ID));
    return struct(
        unix_micros(col(EVENT_TS)).as(POSTED_MICROS),
        col(EVENT_ID),
        col(EVENT_DATE),
        col(PERIOD),
        namedThread.as(THREAD_ID),
        when(not(isFirst), answered).as(PARENT_ID),
        col(ROOT_ID),
        col(ACTOR_NUMBER).as(AUTHOR_NUMBER),
        coalesce(col(ACTOR_KIND), lit("unknown")).as(AUTHOR_KIND),
        coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
        col(EVENT_TYPE),
        col(TOPIC));
  }

  /**
   * Finds the first post of each thread: a source may name an answer as the thread of what hangs on
   * it, or name the parent only.
   */
  private static Dataset<Row> withThreads(Dataset<Row> posts) {
    Column isAnswer = col(PARENT_ID).isNotNull();
    Dataset<Row> answers =
        posts.filter(isAnswer).withColumn(THREAD_ID, coalesce(col(THREAD_ID), col(PARENT_ID)));
    Dataset<Row> placed = answers;
    for (int round = 0; round < ANSWERS_ABOVE; round++) {
      placed = oneAnswerUp(placed, answers);
    }
    return posts
        .filter(not(isAnswer))
        .withColumn(THREAD_ID, col(POST_ID))
        .unionByName(placed)
        .withColumn(ROOT_ID, coalesce(col(ROOT_ID), col(THREAD_ID)));
  }

  private static Dataset<Row> oneAnswerUp(Dataset<Row> posts, Dataset<Row> answers) {
    Dataset<Row> above =
        answers.select(
            col(COMMUNITY_ID), col(POST_ID).as(THREAD_ID), col(THREAD_ID).as("thread_above"));
    return posts
        .join(above, new String[] {COMMUNITY_ID, THREAD_ID}, "left")
        .withColumn(THREAD_ID, coalesce(col("thread_above"), col(THREAD_ID)))
        .drop("thread_above");
  }

  /** Counts the steps to the first post, thread by thread, and hands its topic down. */
  private static Dataset<Row> withDepths(Dataset<Row> posts) {
    Dataset<Row> flat = posts.withColumn(DEPTH, lit(0));
    FlatMapGroupsFunction<Row, Row, Row> thread = (key, rows) -> new PostThread(rows).iterator();
    return flat.groupBy(COMMUNITY_ID, THREAD_ID)
        .as(
            Encoders.row(flat.select(COMMUNITY_ID, THREAD_ID).schema()),
            Encoders.row(flat.schema()))
        .flatMapGroups(thread, Encoders.row(flat.schema()));
  }
}
