package groundswell.jobs.marts.measure;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.CORE_FACT_MEMBER_DAY;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.mart.SharedRows;
import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The members who count, as one set per day and channel: what most marts of members are made from.
 * Grain: one row per (community_id, event_date, channel) with activity; channel all is the union.
 */
public final class ChannelDays {
  /** Computed once for all marts of a run. */
  public static final SharedRows SHARED = sources -> from(sources.of(CORE_FACT_MEMBER_DAY));

  private ChannelDays() {}

  /** Unites the cuts of {@code core.fact_member_day}; bots and staff are left out. */
  public static Dataset<Row> from(Dataset<Row> memberDay) {
    return memberDay
        .filter(Census.isCounted())
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            explode(array(col(CHANNEL), lit(Census.ALL_CHANNELS))).as(CHANNEL),
            col(MEMBER_BITMAP))
        .groupBy(COMMUNITY_ID, EVENT_DATE, CHANNEL)
        .agg(MemberSets.union(col(MEMBER_BITMAP)).as(MEMBER_BITMAP));
  }
}
