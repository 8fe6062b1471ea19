package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.trunc;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How cascade sizes are distributed week by week. Grain: one row per (community_id, week_date,
 * channel, size_bin). Contract: {@code contracts/mart.cascade_size.odcs.yaml}.
 */
public final class CascadeSize {
  private CascadeSize() {}

  /** Builds the mart from {@code mart.cascade}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> cascades) {
    Dataset<Row> weekByWeek =
        cascades
            .select(
                col(COMMUNITY_ID),
                trunc(col(EVENT_DATE), "week").as(WEEK_DATE),
                col(CHANNEL),
                col(CASCADE_SIZE))
            .repartition(col(WEEK_DATE), col(CHANNEL), col(COMMUNITY_ID))
            .sortWithinPartitions(WEEK_DATE, CHANNEL, COMMUNITY_ID);
    return Fold.partitions(weekByWeek, SizeBins.SCHEMA, SizeBins::new);
  }
}
