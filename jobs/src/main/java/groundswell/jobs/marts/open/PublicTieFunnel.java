package groundswell.jobs.marts.open;

import static groundswell.jobs.marts.open.SmallCells.IS_TOTAL_HIDDEN;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The census of tie states without small groups. Grain: one row per (community_id, event_date,
 * tie_state). Contract: {@code contracts/public.tie_funnel.odcs.yaml}.
 */
final class PublicTieFunnel {
  private PublicTieFunnel() {}

  /** Builds the table from {@code mart.tie_funnel} and what each community says of small groups. */
  static Dataset<Row> from(Dataset<Row> mart, Dataset<Row> communities) {
    return SmallCells.marked(mart, communities, EVENT_DATE, TIE_STATE)
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(TIE_STATE),
            when(not(col(IS_HIDDEN)), col(MEMBERS)).as(MEMBERS),
            when(not(col(IS_TOTAL_HIDDEN)), col(COMMUNITY_MEMBERS)).as(COMMUNITY_MEMBERS),
            col(IS_HIDDEN),
            col(SMALLEST_GROUP));
  }
}
