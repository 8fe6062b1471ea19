package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The history of each member's ring and profile. Grain: one row per (community_id, member_key,
 * valid_from_ts). The first row begins with the first sight of the member; what an event does not
 * tell stays as it was.
 */
final class MemberVersions {
  private static final String STATE = "state";

  private MemberVersions() {}

  static Dataset<Row> from(Dataset<Row> countedEvents, Dataset<Row> sightings) {
    return spans(changes(told(countedEvents).unionByName(begun(sightings))));
  }

  /** What events tell about a member, null where they are silent. */
  private static Dataset<Row> told(Dataset<Row> events) {
    Column isRing = col(EVENT_TYPE).isin("ring_granted", "ring_revoked");
    return events
        .filter(col(EVENT_TYPE).isin("member_joined", "profile_updated").or(isRing))
        .filter(col(ACTOR_KEY).isNotNull())
        .select(
            col(COMMUNITY_ID),
            col(ACTOR_KEY).as(MEMBER_KEY),
            col(EVENT_TS),
            col(EVENT_DATE),
            col(EVENT_ID),
            when(col(EVENT_TYPE).equalTo("ring_granted"), col(RING))
                .when(col(EVENT_TYPE).equalTo("ring_revoked"), lit(RingHistory.DEFAULT_RING))
                .as(RING),
            when(isRing, lit(null)).otherwise(nullif(col(REGION), lit("unknown"))).as(REGION),
            when(isRing, lit(null)).otherwise(col(CITY)).as(CITY),
            when(isRing, lit(null)).otherwise(nullif(col(AGE_BAND), lit("unknown"))).as(AGE_BAND));
  }

  private static Dataset<Row> begun(Dataset<Row> sightings) {
    Column silent = lit(null).cast("string");
    return sightings.select(
        col(COMMUNITY_ID),
        col(MEMBER_KEY),
        col(MemberSightings.FIRST_TS).as(EVENT_TS),
        col(MemberSightings.FIRST_DATE).as(EVENT_DATE),
        lit("").as(EVENT_ID),
        silent.as(RING),
        silent.as(REGION),
        silent.as(CITY),
        silent.as(AGE_BAND));
  }

  /** The state after each instant at which it changed. */
  private static Dataset<Row> changes(Dataset<Row> told) {
    WindowSpec soFar = inOrder().rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return told.withColumn(
            STATE,
            struct(
                coalesce(last(col(RING), true).over(soFar), lit(RingHistory.DEFAULT_RING)).as(RING),
                coalesce(last(col(REGION), true).over(soFar), lit("unknown")).as(REGION),
                last(col(CITY), true).over(soFar).as(CITY),
                coalesce(last(col(AGE_BAND), true).over(soFar), lit("unknown")).as(AGE_BAND)))
        .withColumn("next_ts", lead(EVENT_TS, 1).over(inOrder()))
        .filter(col("next_ts").isNull().or(col("next_ts").notEqual(col(EVENT_TS))))
        .withColumn("state_before", lag(STATE, 1).over(inOrder()))
        .filter(col("state_before").isNull().or(col("state_before").notEqual(col(STATE))));
  }

  private static Dataset<Row> spans(Dataset<Row> changes) {
    return changes
        .withColumn(VALID_TO_TS, lead(EVENT_TS, 1).over(inOrder()))
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_KEY),
            col(EVENT_TS).as(VALID_FROM_TS),
            col(EVENT_DATE).as(VALID_FROM_DATE),
            col(VALID_TO_TS),
            col(VALID_TO_TS).isNull().as(IS_CURRENT),
            col(STATE + "." + RING).as(RING),
            col(STATE + "." + REGION).as(REGION),
            col(STATE + "." + CITY).as(CITY),
            col(STATE + "." + AGE_BAND).as(AGE_BAND));
  }

  private static WindowSpec inOrder() {
    return Window.partitionBy(MEMBER_KEY, COMMUNITY_ID).orderBy(EVENT_TS, EVENT_ID);
  }
}
