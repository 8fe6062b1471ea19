package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import groundswell.jobs.facts.ChannelDimension;
import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How each broadcast or feed post spread. Grain: one row per (community_id, root_id). Contract:
 * {@code contracts/mart.cascade.odcs.yaml}.
 */
public final class Cascade {
  /** First posts and what passes them on; a comment answers and passes nothing on. */
  static final Object[] PASSED_ON = {
    "broadcast_posted", "broadcast_reposted", "feed_posted", "feed_shared"
  };

  private Cascade() {}

  /** Builds the mart from {@code fact_post}; channels are as {@code dim_channel} has them. */
  public static Dataset<Row> from(Dataset<Row> posts) {
    return Fold.partitions(rootByRoot(posts), CascadeTree.SCHEMA, Cascades::new);
  }

  /** Posts that spread or can spread. */
  static Column canSpread() {
    Column inOpenChannel = col(CHANNEL).isin(ChannelDimension.withReposts().toArray());
    return col(EVENT_TYPE).isin(PASSED_ON).and(inOpenChannel);
  }

  /** Each cascade in one task, its posts in the order of time. */
  private static Dataset<Row> rootByRoot(Dataset<Row> posts) {
    return posts
        .filter(canSpread())
        .select(CascadePost.columns())
        .repartition(col(ROOT_ID), col(COMMUNITY_ID))
        .sortWithinPartitions(ROOT_ID, COMMUNITY_ID, POSTED_TS, POST_ID);
  }
}
