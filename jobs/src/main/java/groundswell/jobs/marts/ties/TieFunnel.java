package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Census of tie states at the end of each day. Grain: one row per (community_id, event_date,
 * tie_state). Contract: {@code mart.tie_funnel}.
 */
public final class TieFunnel {
  private TieFunnel() {}

  /**
   * Builds the mart from {@code core.fact_tie_state}; the total is counted from {@code
   * core.dim_member} on its own, and {@link ChannelDays} give the days.
   */
  public static Dataset<Row> from(
      Dataset<Row> tieStates, Dataset<Row> dimMember, Dataset<Row> channelDays) {
    Dataset<Row> spans = ties(tieStates).union(memberships(dimMember)).union(activity(channelDays));
    Dataset<Row> communityByCommunity =
        Fold.partitions(spans, TieChange.SCHEMA, TieChanges::of)
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID);
    return Fold.partitions(communityByCommunity, TieDays.SCHEMA, TieDays::new);
  }

  private static Dataset<Row> ties(Dataset<Row> tieStates) {
    return tieStates
        .filter(Census.isCounted())
        .select(TieSpan.columns(col(TIE_STATE), col(FROM_DATE), col(TO_DATE)));
  }

  private static Dataset<Row> memberships(Dataset<Row> dimMember) {
    return dimMember
        .filter(Census.isCounted())
        .filter(col(IS_CURRENT).and(col(JOINED_DATE).isNotNull()))
        .filter(coalesce(col(LEFT_DATE).gt(col(JOINED_DATE)), lit(true)))
        .select(TieSpan.columns(lit(TieSpan.MEMBER), col(JOINED_DATE), col(LEFT_DATE)));
  }

  private static Dataset<Row> activity(Dataset<Row> channelDays) {
    Column noEnd = lit(null).cast("date");
    return channelDays
        .filter(col(CHANNEL).equalTo(Census.ALL_CHANNELS))
        .select(TieSpan.columns(lit(TieSpan.ACTIVE), col(EVENT_DATE), noEnd));
  }
}
