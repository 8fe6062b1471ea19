package groundswell.jobs.marts.members;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many members were active on exactly n days of a span. Grain: one row per (community_id, span,
 * span_start_date, channel, active_days). Contract: {@code mart.stickiness}.
 */
public final class Stickiness {
  private Stickiness() {}

  /** Builds the mart from {@link ChannelSpans}. */
  public static Dataset<Row> from(Dataset<Row> channelSpans) {
    return channelSpans
        .filter(col(MEMBER_BITMAP).isNotNull())
        .select(
            col(COMMUNITY_ID),
            col(SPAN),
            col(SPAN_START_DATE),
            col(CHANNEL),
            MemberSets.size(col(MEMBER_BITMAP)).as(SPAN_MEMBERS),
            col(IS_COMPLETE),
            posexplode(MemberSets.countHistogram(col(ChannelSpans.DAY_SETS))))
        .filter(col("col").gt(0))
        .select(
            col(COMMUNITY_ID),
            col(SPAN),
            col(SPAN_START_DATE),
            col(CHANNEL),
            col("pos").plus(1).as(ACTIVE_DAYS),
            col("col").as(MEMBERS),
            col(SPAN_MEMBERS),
            col(IS_COMPLETE));
  }
}
