package groundswell.jobs.facts;

import groundswell.jobs.fold.Values;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A row of {@code core.fact_post} while it is made. Before its event is known to be the first of
 * the post, two more columns tell of the event: its id, and whether it is a post or a mark on one.
 */
record Post(InternalRow row) {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          post_id STRING, thread_id STRING, parent_id STRING, topic STRING, community_id STRING, \
          posted_ts TIMESTAMP, is_essence BOOLEAN, is_removed BOOLEAN, depth INT, \
          event_date DATE, period DATE, root_id STRING, author_number INT, author_kind STRING, \
          channel STRING, event_type STRING, author_ring STRING, campaign_id STRING, \
          is_rewarded BOOLEAN""");

  /** Column of the event after those of the post: whether it is one. */
  static final String IS_POST = "is_post";

  private static final int TOPIC = 3;
  private static final int IS_ESSENCE = 6;
  private static final int IS_REMOVED = 7;
  private static final int DEPTH = 8;
  private static final int IS_POST_PLACE = SCHEMA.size() + 1;

  UTF8String postId() {
    return row.getUTF8String(0);
  }

  UTF8String threadId() {
    return row.getUTF8String(1);
  }

  /** Null for the first post of a thread. */
  UTF8String parentId() {
    return row.getUTF8String(2);
  }

  UTF8String topic() {
    return row.getUTF8String(TOPIC);
  }

  UTF8String communityId() {
    return row.getUTF8String(4);
  }

  boolean isEssence() {
    return row.getBoolean(IS_ESSENCE);
  }

  boolean isRemoved() {
    return row.getBoolean(IS_REMOVED);
  }

  /** Of an event: whether it is a post, not a mark on one. */
  boolean isPost() {
    return row.getBoolean(IS_POST_PLACE);
  }

  boolean isSamePost(Post other) {
    return postId().equals(other.postId()) && communityId().equals(other.communityId());
  }

  boolean isOfThread(Post other) {
    return threadId().equals(other.threadId()) && communityId().equals(other.communityId());
  }

  InternalRow marked(boolean isEssence, boolean isRemoved) {
    Object[] values = Values.of(row, SCHEMA);
    values[IS_ESSENCE] = isEssence;
    values[IS_REMOVED] = isRemoved;
    return new GenericInternalRow(values);
  }

  InternalRow placed(int depth, UTF8String topic) {
    Object[] values = Values.of(row, SCHEMA);
    values[DEPTH] = depth;
    values[TOPIC] = topic;
    return new GenericInternalRow(values);
  }
}
