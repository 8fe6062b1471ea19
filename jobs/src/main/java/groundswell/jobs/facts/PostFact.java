package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
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

  private static final String THREAD_ABOVE = "thread_above";

  private PostFact() {}

  /** Builds the fact from the numbered events of whole communities. */
  public static Dataset<Row> from(Dataset<Row> events) {
    return ofPosts(posts(events));
  }

  /** One row per post: its first event, and whether any event marked it or took it down. */
  static Dataset<Row> posts(Dataset<Row> events) {
    Column isPost = col(EVENT_TYPE).isin(FIRST_TYPES).or(col(EVENT_TYPE).isin(LATER_TYPES));
    Column isMark = col(EVENT_TYPE).isin(MARK_TYPES).and(col(OBJECT_ID).isNotNull());
    Dataset<Row> postByPost =
        events
            .filter(isPost.or(isMark))
            .select(columns(isPost))
            .repartition(col(POST_ID), col(COMMUNITY_ID))
            .sortWithinPartitions(POST_ID, COMMUNITY_ID, POSTED_TS, EVENT_ID);
    return Fold.partitions(postByPost, Post.SCHEMA, Posts::new);
  }

  /** Reads the posts several times: keep them. */
  static Dataset<Row> ofPosts(Dataset<Row> posts) {
    Dataset<Row> threadByThread =
        withThreads(posts)
            .repartition(col(THREAD_ID), col(COMMUNITY_ID))
            .sortWithinPartitions(THREAD_ID, COMMUNITY_ID);
    return Fold.partitions(threadByThread, Post.SCHEMA, PostThreads::new);
  }

  /** What a post would be if its first event were this one. */
  private static Column[] columns(Column isPost) {
    Column isFirst = col(EVENT_TYPE).isin(FIRST_TYPES);
    Column namedThread =
        when(isFirst, postId()).otherwise(coalesce(col(THREAD_ID), col(ROOT_ID), col(TICKET_ID)));
    Column answered = coalesce(col(PARENT_ID), col(THREAD_ID), col(ROOT_ID), col(TICKET_ID));
    Column isEssence =
        col(EVENT_TYPE).equalTo("post_marked_essence").or(coalesce(col(IS_ESSENCE), lit(false)));
    return new Column[] {
      postId().as(POST_ID),
      namedThread.as(THREAD_ID),
      when(not(isFirst), nullif(answered, postId())).as(PARENT_ID),
      col(TOPIC),
      col(COMMUNITY_ID),
      col(EVENT_TS).as(POSTED_TS),
      isEssence.as(IS_ESSENCE),
      col(EVENT_TYPE).equalTo("content_removed").as(IS_REMOVED),
      lit(0).as(DEPTH),
      col(EVENT_DATE),
      col(PERIOD),
      col(ROOT_ID),
      col(ACTOR_NUMBER).as(AUTHOR_NUMBER),
      coalesce(col(ACTOR_KIND), lit("unknown")).as(AUTHOR_KIND),
      coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
      col(EVENT_TYPE),
      coalesce(col(ACTOR_RING), lit("unknown")).as(AUTHOR_RING),
      col(CAMPAIGN_ID),
      coalesce(col(IS_REWARDED), lit(false)).as(IS_REWARDED),
      col(EVENT_ID),
      isPost.as(Post.IS_POST)
    };
  }

  private static Column postId() {
    return when(col(EVENT_TYPE).equalTo("service_ticket_opened"), col(TICKET_ID))
        .when(col(EVENT_TYPE).equalTo("service_replied"), col(EVENT_ID))
        .otherwise(coalesce(col(OBJECT_ID), col(EVENT_ID)));
  }

  /**
   * Finds the first post of each thread: a source may name an answer as the thread of what hangs on
   * it, or name the parent only.
   */
  private static Dataset<Row> withThreads(Dataset<Row> posts) {
    Column named = coalesce(col(THREAD_ID), col(PARENT_ID));
    Dataset<Row> placed =
        posts.withColumn(THREAD_ID, when(isAnswer(), named).otherwise(col(POST_ID)));
    Dataset<Row> above =
        placed
            .filter(isAnswer())
            .select(col(COMMUNITY_ID), col(POST_ID).as(THREAD_ID), col(THREAD_ID).as(THREAD_ABOVE));
    for (int round = 0; round < ANSWERS_ABOVE; round++) {
      placed = oneAnswerUp(placed, above);
    }
    return placed.withColumn(ROOT_ID, coalesce(col(ROOT_ID), col(THREAD_ID))).to(Post.SCHEMA);
  }

  private static Column isAnswer() {
    return col(PARENT_ID).isNotNull();
  }

  private static Dataset<Row> oneAnswerUp(Dataset<Row> posts, Dataset<Row> above) {
    return posts
        .join(above, new String[] {COMMUNITY_ID, THREAD_ID}, "left")
        .withColumn(THREAD_ID, coalesce(col(THREAD_ABOVE), col(THREAD_ID)))
        .drop(THREAD_ABOVE);
  }
}
