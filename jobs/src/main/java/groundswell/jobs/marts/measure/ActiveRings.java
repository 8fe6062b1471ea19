package groundswell.jobs.marts.measure;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.CORE_FACT_MEMBER_DAY;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.mart.SharedRows;
import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many members of each ring are active in a week, on any channel. Grain: one row per
 * (community_id, week_date, ring) with activity; ring all is the union. Who changes rings within
 * the week is in both.
 */
public final class ActiveRings {
  /** For all marts of a run; they read {@code core.fact_member_day}. */
  public static final SharedRows SHARED = sources -> from(sources.of(CORE_FACT_MEMBER_DAY));

  private ActiveRings() {}

  /** Unites the cuts of {@code core.fact_member_day}; bots and staff are left out. */
  public static Dataset<Row> from(Dataset<Row> memberDay) {
    return memberDay
        .filter(Census.isCounted())
        .select(
            col(COMMUNITY_ID),
            trunc(col(EVENT_DATE), "week").as(WEEK_DATE),
            explode(array(col(RING), lit("all"))).as(RING),
            col(MEMBER_BITMAP))
        .groupBy(COMMUNITY_ID, WEEK_DATE, RING)
        .agg(MemberSets.size(MemberSets.union(col(MEMBER_BITMAP))).as(ACTIVE_MEMBERS));
  }
}
