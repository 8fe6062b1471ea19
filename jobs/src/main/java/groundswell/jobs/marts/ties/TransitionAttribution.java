package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which touches came before upward moves. Grain: one row per (community_id, week_date, from_state,
 * to_state, touch_kind, touch_channel). Contract: {@code mart.transition_attribution}.
 */
public final class TransitionAttribution {
  private static final Object[] NO_TOUCHES = {
    "service", "meet", "referral", "unfollow", "unfriend"
  };

  private TransitionAttribution() {}

  /**
   * Builds the mart from {@code core.fact_tie_state}, {@code core.fact_touch} and {@code
   * core.fact_interaction}; {@code lives} says how long each community lives.
   */
  public static Dataset<Row> from(
      Dataset<Row> tieStates, Dataset<Row> touches, Dataset<Row> interactions, Dataset<Row> lives) {
    Dataset<Row> all = touches.select(touch(col(MEMBER_NUMBER), col(TOUCH_KIND)));
    Dataset<Row> byOthers =
        interactions
            .filter(not(col(KIND).isin(NO_TOUCHES)))
            .select(touch(col(TARGET_NUMBER), lit("interaction")));
    Dataset<Row> memberByMember = TouchEntry.memberByMember(tieStates, all.union(byOthers), lives);
    return Fold.partitions(memberByMember, MoveCredits.SCHEMA, MoveCredits::new)
        .groupBy(COMMUNITY_ID, WEEK_DATE, FROM_STATE, TO_STATE, TOUCH_KIND, TOUCH_CHANNEL)
        .agg(
            sum(TOUCHED_MEMBERS).as(TOUCHED_MEMBERS),
            sum(TOUCHES).as(TOUCHES),
            sum(FIRST_CREDIT).as(FIRST_CREDIT),
            sum(LAST_CREDIT).as(LAST_CREDIT),
            moves(sum(MoveCredits.EVEN_MILLIONTHS)).as(EVEN_CREDIT));
  }

  private static Column[] touch(Column member, Column kind) {
    return new Column[] {
      col(COMMUNITY_ID),
      member.as(MEMBER_NUMBER),
      col(EVENT_DATE),
      kind.as(TOUCH_KIND),
      col(CHANNEL),
      col(EVENT_TS)
    };
  }

  private static Column moves(Column millionths) {
    return millionths
        .cast("decimal(18,0)")
        .divide(lit(MoveCredit.MILLION).cast("decimal(7,0)"))
        .cast("decimal(18,6)");
  }
}
