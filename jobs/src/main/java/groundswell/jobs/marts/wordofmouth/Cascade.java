package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Audience;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How each broadcast or feed post spread. Grain: one row per (community_id, root_id). Contract:
 * {@code contracts/mart.cascade.odcs.yaml}.
 */
public final class Cascade {
  private Cascade() {}

  /** Builds the mart from {@code fact_post}; channels are as {@code dim_channel} has them. */
  public static Dataset<Row> from(Dataset<Row> posts) {
    return Fold.partitions(rootByRoot(posts), CascadeTree.SCHEMA, Cascades::new);
  }

  /** Each cascade in one task, its posts in the order of time. */
  private static Dataset<Row> rootByRoot(Dataset<Row> posts) {
    return posts
        .filter(Audience.canSpread())
        .select(CascadePost.columns())
        .repartition(col(ROOT_ID), col(COMMUNITY_ID))
        .sortWithinPartitions(ROOT_ID, COMMUNITY_ID, POSTED_TS, POST_ID);
  }
}
