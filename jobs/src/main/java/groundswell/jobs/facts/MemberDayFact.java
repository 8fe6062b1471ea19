package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.memberset.MemberSets;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts and the exact set of active members per day and cut. Grain: one row per (community_id,
 * event_date, channel, ring, tie_state, actor_kind, region). Contract: {@code
 * core.fact_member_day}.
 */
public final class MemberDayFact {
  private static final String RINGS = "rings";
  private static final String[] MEMBER = {COMMUNITY_ID, MEMBER_NUMBER};

  private MemberDayFact() {}

  /** Builds the fact from what members did, what they are, and how close they stood on the day. */
  public static Dataset<Row> from(
      Dataset<Row> activity, Dataset<Row> tieStates, Dataset<Row> dimMember) {
    return activity
        .join(members(dimMember), MEMBER, "inner")
        .transform(rows -> withTieState(rows, tieStates))
        .withColumn(RING, RingHistory.at(col(RINGS), col(EVENT_DATE)))
        .groupBy(COMMUNITY_ID, EVENT_DATE, PERIOD, CHANNEL, RING, TIE_STATE, ACTOR_KIND, REGION)
        .agg(
            sum(EVENTS).as(EVENTS),
            sum(POSTS).as(POSTS),
            sum(REACTIONS).as(REACTIONS),
            sum(TOUCHPOINTS).as(TOUCHPOINTS),
            sum(STAFF_TOUCHES).as(STAFF_TOUCHES),
            count_if(col(JOINED_DATE).equalTo(col(EVENT_DATE))).as(NEW_MEMBERS),
            MemberSets.setOf(col(MEMBER_NUMBER)).as(MEMBER_BITMAP))
        .withColumn(MEMBERS, MemberSets.size(col(MEMBER_BITMAP)))
        .select(columns());
  }

  private static Dataset<Row> members(Dataset<Row> dimMember) {
    return dimMember
        .groupBy(MEMBER_NUMBER, COMMUNITY_ID)
        .agg(
            max(ACTOR_KIND).as(ACTOR_KIND),
            max(when(col(IS_CURRENT), col(REGION))).as(REGION),
            max(JOINED_DATE).as(JOINED_DATE),
            RingHistory.of(VALID_FROM_DATE).as(RINGS));
  }

  /** The state on the day of the row; a member active after leaving stands as none. */
  private static Dataset<Row> withTieState(Dataset<Row> activity, Dataset<Row> tieStates) {
    Dataset<Row> spans =
        tieStates.select(
            col(COMMUNITY_ID).as("span_community_id"),
            col(MEMBER_NUMBER).as("span_member_number"),
            col(FROM_DATE),
            col(TO_DATE),
            col(TIE_STATE));
    Column sameMember =
        col(MEMBER_NUMBER)
            .equalTo(col("span_member_number"))
            .and(col(COMMUNITY_ID).equalTo(col("span_community_id")));
    Column onTheDay =
        col(EVENT_DATE)
            .geq(col(FROM_DATE))
            .and(col(TO_DATE).isNull().or(col(EVENT_DATE).lt(col(TO_DATE))));
    return activity
        .join(spans, sameMember.and(onTheDay), "left")
        .withColumn(TIE_STATE, coalesce(col(TIE_STATE), lit(TieState.NONE.symbol())));
  }

  private static Column[] columns() {
    return Stream.of(
            COMMUNITY_ID,
            EVENT_DATE,
            PERIOD,
            CHANNEL,
            RING,
            TIE_STATE,
            ACTOR_KIND,
            REGION,
            EVENTS,
            POSTS,
            REACTIONS,
            TOUCHPOINTS,
            STAFF_TOUCHES,
            MEMBERS,
            NEW_MEMBERS,
            MEMBER_BITMAP)
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
