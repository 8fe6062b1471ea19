package groundswell.jobs.marts.wordofmouth;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** What is told of one cascade: its first post, its shape and its pace. */
final class CascadeTree {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, root_id STRING, event_date DATE, posted_ts TIMESTAMP, \
          channel STRING, author_kind STRING, author_ring STRING, topic STRING, \
          campaign_id STRING, root_state STRING, cascade_size BIGINT, cascade_depth BIGINT, \
          max_width BIGINT, structural_virality DOUBLE, rewarded_posts BIGINT, \
          orphan_count BIGINT, spread_seconds_p50 BIGINT, spread_seconds_p90 BIGINT""");

  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");
  private static final UTF8String KEPT = UTF8String.fromString("kept");
  private static final UTF8String REMOVED = UTF8String.fromString("removed");
  private static final UTF8String MISSING = UTF8String.fromString("missing");
  private static final long SECOND = 1_000_000;

  private final List<CascadePost> posts;
  private final CascadeShape shape;
  private final boolean hasRoot;

  /** The root, or the earliest post when that is not in the data. */
  private final CascadePost head;

  /**
   * @param posts of one cascade, in the order of time
   */
  CascadeTree(List<CascadePost> posts) {
    this.posts = posts;
    shape = CascadeShape.of(posts);
    hasRoot = shape.root() >= 0;
    head = posts.get(Math.max(shape.root(), 0));
  }

  InternalRow row() {
    return new GenericInternalRow(
        new Object[] {
          head.communityId(),
          head.rootId(),
          head.eventDate(),
          head.micros(),
          head.channel(),
          hasRoot ? head.authorKind() : UNKNOWN,
          hasRoot ? ring() : UNKNOWN,
          hasRoot ? head.topic() : null,
          hasRoot ? head.campaignId() : null,
          rootState(),
          (long) posts.size(),
          shape.depth(),
          shape.width(),
          shape.meanDistance(),
          posts.stream().filter(CascadePost::isRewarded).count(),
          shape.orphans(),
          spreadSeconds(50),
          spreadSeconds(90)
        });
  }

  private UTF8String ring() {
    return head.authorRing() == null ? UNKNOWN : head.authorRing();
  }

  private UTF8String rootState() {
    if (!hasRoot) {
      return MISSING;
    }
    return head.isRemoved() ? REMOVED : KEPT;
  }

  /** Nearest rank among those that passed the first post on. */
  private Long spreadSeconds(int percent) {
    int followers = posts.size() - (hasRoot ? 1 : 0);
    if (followers == 0) {
      return null;
    }
    int place = (int) ((followers * (long) percent + 99) / 100) - 1;
    CascadePost reached = posts.get(hasRoot && place >= shape.root() ? place + 1 : place);
    return Math.max(0, Math.floorDiv(reached.micros() - head.micros(), SECOND));
  }
}
