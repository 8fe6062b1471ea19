package groundswell.jobs.marts.open;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The census of rings without small groups. Grain: one row per (community_id, week_date, ring).
 * Contract: {@code contracts/public.ring_ladder.odcs.yaml}.
 */
final class PublicRingLadder {
  private PublicRingLadder() {}

  /**
   * Builds the table from {@code mart.ring_ladder} and what each community says of small groups.
   */
  static Dataset<Row> from(Dataset<Row> mart, Dataset<Row> communities) {
    return SmallCells.marked(mart, communities, WEEK_DATE, RING)
        .select(
            col(COMMUNITY_ID),
            col(WEEK_DATE),
            col(RING),
            when(not(col(IS_HIDDEN)), col(MEMBERS)).as(MEMBERS),
            col(IS_HIDDEN),
            col(SMALLEST_GROUP));
  }
}
