package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One post of a cascade: its row has {@link #columns}. */
record CascadePost(InternalRow row) {
  static Column[] columns() {
    return Fold.columns(
        ROOT_ID,
        COMMUNITY_ID,
        POSTED_TS,
        POST_ID,
        PARENT_ID,
        EVENT_DATE,
        CHANNEL,
        AUTHOR_KIND,
        AUTHOR_RING,
        TOPIC,
        CAMPAIGN_ID,
        IS_REMOVED,
        IS_REWARDED);
  }

  UTF8String rootId() {
    return row.getUTF8String(0);
  }

  UTF8String communityId() {
    return row.getUTF8String(1);
  }

  /** Instant of the post [micros since 1970]. */
  long micros() {
    return row.getLong(2);
  }

  UTF8String postId() {
    return row.getUTF8String(3);
  }

  /** Null for a first post. */
  UTF8String parentId() {
    return row.getUTF8String(4);
  }

  /** Local business day [days since 1970]. */
  int eventDate() {
    return row.getInt(5);
  }

  UTF8String channel() {
    return row.getUTF8String(6);
  }

  UTF8String authorKind() {
    return row.getUTF8String(7);
  }

  UTF8String authorRing() {
    return row.getUTF8String(8);
  }

  UTF8String topic() {
    return row.getUTF8String(9);
  }

  UTF8String campaignId() {
    return row.getUTF8String(10);
  }

  boolean isRemoved() {
    return row.getBoolean(11);
  }

  boolean isRewarded() {
    return !row.isNullAt(12) && row.getBoolean(12);
  }

  boolean isRoot() {
    return postId().equals(rootId());
  }

  boolean isSameCascade(CascadePost other) {
    return rootId().equals(other.rootId()) && communityId().equals(other.communityId());
  }
}
