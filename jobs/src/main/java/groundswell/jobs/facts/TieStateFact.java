package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * How close each member stands to the community, as spans of days. Grain: one row per
 * (community_id, member_number, from_date). Contract: {@code core.fact_tie_state}, which defines
 * the states; {@link TieLadder} computes them.
 */
public final class TieStateFact {
  /** Symbols of the states, from the loosest tie to the closest. */
  public static final List<String> STATES =
      Stream.of(TieState.values()).map(TieState::symbol).toList();

  private static final String[] MEMBER = {COMMUNITY_ID, MEMBER_NUMBER};
  private static final UserDefinedFunction SPANS =
      udf(TieSpans.FUNCTION, TieSpans.TYPE).asNonNullable();

  private TieStateFact() {}

  /** Builds the fact from what members did, the numbered events that honour, and the dimension. */
  public static Dataset<Row> from(
      Dataset<Row> activity, Dataset<Row> numberedEvents, Dataset<Row> dimMember) {
    return members(dimMember)
        .join(activeDays(activity), MEMBER, "left")
        .join(merits(numberedEvents), MEMBER, "left")
        .withColumn("partner_day", when(isTrade(), col("joined_day")).otherwise(col("partner_day")))
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            col(ACTOR_KIND),
            explode(SPANS.apply(TieSpans.arguments())).as("span"))
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            col(ACTOR_KIND),
            date_from_unix_date(col("span.from_day")).as(FROM_DATE),
            date_from_unix_date(col("span.to_day")).as(TO_DATE),
            col("span.state").as(TIE_STATE));
  }

  /** Those who joined, with their rings by day; who left on the day of joining never counts. */
  private static Dataset<Row> members(Dataset<Row> dimMember) {
    return dimMember
        .filter(col(JOINED_DATE).isNotNull())
        .filter(coalesce(col(LEFT_DATE).gt(col(JOINED_DATE)), lit(true)))
        .groupBy(MEMBER_NUMBER, COMMUNITY_ID)
        .agg(
            max(ACTOR_KIND).as(ACTOR_KIND),
            unix_date(max(JOINED_DATE)).as("joined_day"),
            unix_date(max(LEFT_DATE)).as("left_day"),
            RingHistory.of(VALID_FROM_DATE).as("rings"));
  }

  private static Dataset<Row> activeDays(Dataset<Row> activity) {
    return activity
        .groupBy(MEMBER_NUMBER, COMMUNITY_ID)
        .agg(array_sort(collect_set(unix_date(col(EVENT_DATE)))).as("active_days"));
  }

  /** First day of each kind of merit; the member is whom the event honours or names. */
  private static Dataset<Row> merits(Dataset<Row> numberedEvents) {
    Column contribution = isType("contribution_accepted");
    Column referral = isType("referral_converted");
    Column honour = contribution.or(isType("recognition_given"));
    return numberedEvents
        .filter(honour.or(referral).or(isType("commission_paid")))
        .withColumn(
            MEMBER_NUMBER,
            when(contribution, coalesce(col(TARGET_NUMBER), col(ACTOR_NUMBER)))
                .when(referral, col(REFERRER_NUMBER))
                .otherwise(col(ACTOR_NUMBER)))
        .filter(col(MEMBER_NUMBER).isNotNull())
        .groupBy(MEMBER_NUMBER, COMMUNITY_ID)
        .agg(
            unix_date(min(when(honour, col(EVENT_DATE)))).as("honoured_day"),
            unix_date(min(when(referral, col(EVENT_DATE)))).as("partner_day"),
            unix_date(min(when(isType("commission_paid"), col(EVENT_DATE)))).as("paid_day"));
  }

  private static Column isTrade() {
    return col(ACTOR_KIND).isin("dealer", "partner");
  }

  private static Column isType(String type) {
    return col(EVENT_TYPE).equalTo(type);
  }
}
