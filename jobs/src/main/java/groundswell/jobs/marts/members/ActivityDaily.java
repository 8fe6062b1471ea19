package groundswell.jobs.marts.members;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Daily activity in every cut. Grain: one row per (community_id, event_date, channel, ring,
 * tie_state, actor_kind, region). Contract: {@code mart.activity_daily}.
 */
public final class ActivityDaily {
  private ActivityDaily() {}

  /** Builds the mart from {@code core.fact_member_day}. */
  public static Dataset<Row> from(Dataset<Row> memberDay) {
    return memberDay.select(
        col(COMMUNITY_ID),
        col(EVENT_DATE),
        col(CHANNEL),
        col(RING),
        col(TIE_STATE),
        col(ACTOR_KIND),
        col(REGION),
        col(MEMBERS).as(DAILY_ACTIVE_MEMBERS),
        col(NEW_MEMBERS),
        col(EVENTS),
        col(POSTS),
        col(REACTIONS),
        col(TOUCHPOINTS),
        col(STAFF_TOUCHES));
  }
}
