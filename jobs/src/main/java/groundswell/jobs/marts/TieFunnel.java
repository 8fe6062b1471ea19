package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.facts.TieStateFact;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Census of tie states at the end of each day. Grain: one row per (community_id, event_date,
 * tie_state). Contract: {@code mart.tie_funnel}.
 */
public final class TieFunnel {
  private static final String CHANGE = "change";
  private static final String[] GRAIN = {COMMUNITY_ID, EVENT_DATE, TIE_STATE};

  private TieFunnel() {}

  /**
   * Builds the mart from {@code core.fact_tie_state}; the total is counted from {@code
   * core.dim_member} on its own, and {@link ChannelDays} give the days.
   */
  public static Dataset<Row> from(
      Dataset<Row> tieStates, Dataset<Row> dimMember, Dataset<Row> channelDays) {
    Dataset<Row> life = Census.life(channelDays);
    Dataset<Row> census =
        changes(moves(tieStates, FROM_DATE, TO_DATE, col(TIE_STATE)), life, MEMBERS);
    Dataset<Row> joining =
        dimMember
            .filter(col(IS_CURRENT).and(col(JOINED_DATE).isNotNull()))
            .filter(coalesce(col(LEFT_DATE).gt(col(JOINED_DATE)), lit(true)));
    Dataset<Row> total =
        changes(moves(joining, JOINED_DATE, LEFT_DATE, eachState()), life, COMMUNITY_MEMBERS);
    return Census.days(channelDays)
        .withColumn(TIE_STATE, eachState())
        .join(census, GRAIN, "left")
        .join(total, GRAIN, "left")
        .withColumn(MEMBERS, soFar(MEMBERS))
        .withColumn(COMMUNITY_MEMBERS, soFar(COMMUNITY_MEMBERS))
        .select(COMMUNITY_ID, EVENT_DATE, TIE_STATE, MEMBERS, COMMUNITY_MEMBERS);
  }

  /** One more on the day of coming, one less on the day of going. */
  private static Dataset<Row> moves(Dataset<Row> spans, String from, String to, Column tieState) {
    Dataset<Row> counted = spans.filter(Census.isCounted());
    return counted
        .select(
            col(COMMUNITY_ID), col(from).as(EVENT_DATE), tieState.as(TIE_STATE), lit(1L).as(CHANGE))
        .union(
            counted
                .filter(col(to).isNotNull())
                .select(col(COMMUNITY_ID), col(to), tieState, lit(-1L)));
  }

  /** Sum of the moves per day; what came before the first day of the life stands on that day. */
  private static Dataset<Row> changes(Dataset<Row> moves, Dataset<Row> life, String name) {
    return moves
        .join(life, COMMUNITY_ID)
        .withColumn(EVENT_DATE, greatest(col(EVENT_DATE), col(Census.FIRST_DATE)))
        .groupBy(COMMUNITY_ID, EVENT_DATE, TIE_STATE)
        .agg(sum(CHANGE).as(name));
  }

  private static Column soFar(String change) {
    WindowSpec days =
        Window.partitionBy(COMMUNITY_ID, TIE_STATE)
            .orderBy(EVENT_DATE)
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return sum(coalesce(col(change), lit(0L))).over(days);
  }

  private static Column eachState() {
    Column[] states = TieStateFact.STATES.stream().map(state -> lit(state)).toArray(Column[]::new);
    return explode(array(states));
  }
}
