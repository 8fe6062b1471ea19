package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * When each member first got how far on the way from a stranger to a tester. Grain: one row per
 * (community_id, member_number, milestone). Contract: {@code core.fact_milestone}.
 */
public final class MilestoneFact {
  private static final String FIRST = "first";

  private MilestoneFact() {}

  /** Builds the fact from numbered events, and {@code core.dim_member}, which knows who joined. */
  public static Dataset<Row> from(Dataset<Row> numberedEvents, Dataset<Row> dimMember) {
    Dataset<Row> members = dimMember.filter(col(IS_CURRENT));
    return told(numberedEvents)
        .union(joined(members))
        .groupBy(COMMUNITY_ID, MEMBER_NUMBER, MILESTONE)
        .agg(min(struct(REACHED_TS, EVENT_ID, REACHED_DATE, CHANNEL)).as(FIRST))
        .join(
            members.select(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND),
            new String[] {COMMUNITY_ID, MEMBER_NUMBER})
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            col(MILESTONE),
            col(ACTOR_KIND),
            col(FIRST + "." + REACHED_TS),
            col(FIRST + "." + REACHED_DATE),
            col(FIRST + "." + CHANNEL));
  }

  private static Dataset<Row> told(Dataset<Row> numberedEvents) {
    Column isApproach = isType("member_contacted").or(isType("member_invited"));
    Column isInnerRing = col(RING).isin("core", "honorary_beta", "dev");
    Column isGrant = isType("ring_granted").and(isInnerRing);
    return numberedEvents
        .filter(isApproach.or(isType("contribution_submitted")).or(isGrant))
        .withColumn(
            MEMBER_NUMBER, when(isApproach, col(TARGET_NUMBER)).otherwise(col(ACTOR_NUMBER)))
        .filter(col(MEMBER_NUMBER).isNotNull())
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            explode(milestones()).as(MILESTONE),
            col(EVENT_TS).as(REACHED_TS),
            col(EVENT_ID),
            col(EVENT_DATE).as(REACHED_DATE),
            col(CHANNEL));
  }

  private static Column milestones() {
    return when(isType("member_contacted"), array(lit("contacted")))
        .when(isType("member_invited"), array(lit("invited")))
        .when(isType("contribution_submitted"), array(lit("first_contribution")))
        .when(col(RING).equalTo("core"), array(lit("tester"), lit("core_tester")))
        .otherwise(array(lit("tester")));
  }

  private static Dataset<Row> joined(Dataset<Row> members) {
    return members
        .filter(col(JOINED_TS).isNotNull())
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            lit("joined").as(MILESTONE),
            col(JOINED_TS).as(REACHED_TS),
            lit("").as(EVENT_ID),
            col(JOINED_DATE).as(REACHED_DATE),
            col(ENTRY_CHANNEL).as(CHANNEL));
  }

  private static Column isType(String type) {
    return col(EVENT_TYPE).equalTo(type);
  }
}
