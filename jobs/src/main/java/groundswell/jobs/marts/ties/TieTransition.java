package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.marts.measure.Wilson;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Moves between tie states from week end to week end. Grain: one row per (community_id, week_date,
 * from_state, to_state, trigger_channel). Contract: {@code mart.tie_transition}.
 */
public final class TieTransition {
  private TieTransition() {}

  /**
   * Builds the mart from {@code core.fact_tie_state}; {@code core.fact_member_activity} names the
   * triggers, and {@code lives} says how long each community lives.
   */
  public static Dataset<Row> from(
      Dataset<Row> tieStates, Dataset<Row> activity, Dataset<Row> lives) {
    Dataset<Row> stays =
        tieStates
            .filter(Census.isCounted())
            .join(broadcast(lives), COMMUNITY_ID)
            .select(TieEntry.stay());
    Dataset<Row> memberByMember =
        stays
            .union(activity.select(TieEntry.activity()))
            .repartition(col(MEMBER_NUMBER), col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID, MEMBER_NUMBER, FROM_DATE, TieEntry.WHAT);
    Dataset<Row> weekByWeek =
        Fold.partitions(memberByMember, TieMove.SCHEMA, TieMoves::new)
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(Fold.columns(TieMove.ORDER));
    return Fold.partitions(weekByWeek, TieWeeks.SCHEMA, TieWeeks::new).select(columns());
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(WEEK_DATE),
      col(FROM_STATE),
      col(TO_STATE),
      col(TRIGGER_CHANNEL),
      col(DIRECTION),
      col(MOVES),
      col(MEMBERS_BEFORE),
      Share.of(MOVES, MEMBERS_BEFORE).as(TRANSITION_RATE),
      Wilson.low(col(MOVES), col(MEMBERS_BEFORE)).as(TRANSITION_LOW),
      Wilson.high(col(MOVES), col(MEMBERS_BEFORE)).as(TRANSITION_HIGH),
      col(DAYS_TO_CONVERT_P50),
      col(DAYS_TO_CONVERT_P90)
    };
  }
}
