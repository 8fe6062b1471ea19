package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was given to the product, and whether it was taken. Grain: one row per (community_id,
 * contribution_id). Contract: {@code core.fact_contribution}.
 */
public final class ContributionFact {
  private static final String SUBMITTED_EVENT = "submitted_event";
  private static final String ACCEPTED_EVENT = "accepted_event";

  private ContributionFact() {}

  /** Builds the fact from numbered events, and {@code core.dim_member}, which knows the kinds. */
  public static Dataset<Row> from(Dataset<Row> numberedEvents, Dataset<Row> dimMember) {
    Dataset<Row> kinds =
        dimMember.filter(col(IS_CURRENT)).select(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND);
    return contributions(numberedEvents)
        .join(kinds, new String[] {COMMUNITY_ID, MEMBER_NUMBER}, "left")
        .select(
            col(COMMUNITY_ID),
            col(CONTRIBUTION_ID),
            col(CONTRIBUTION_TYPE),
            col(MEMBER_NUMBER),
            coalesce(col(ACTOR_KIND), lit("unknown")).as(ACTOR_KIND),
            col(CHANNEL),
            col(SUBMITTED_TS),
            col(SUBMITTED_DATE),
            col(ACCEPTED_TS),
            col(ACCEPTED_DATE));
  }

  private static Dataset<Row> contributions(Dataset<Row> numberedEvents) {
    Column isSubmission = col(EVENT_TYPE).equalTo("contribution_submitted");
    Column isAcceptance = col(EVENT_TYPE).equalTo("contribution_accepted");
    Column giver = when(isSubmission, col(ACTOR_NUMBER)).otherwise(col(TARGET_NUMBER));
    Column told =
        struct(
            col(EVENT_TS),
            col(EVENT_ID),
            col(EVENT_DATE),
            giver.as(MEMBER_NUMBER),
            col(CONTRIBUTION_TYPE),
            col(CHANNEL));
    return numberedEvents
        .filter(isSubmission.or(isAcceptance))
        .groupBy(
            col(COMMUNITY_ID),
            coalesce(col(CONTRIBUTION_ID), col(OBJECT_ID), col(EVENT_ID)).as(CONTRIBUTION_ID))
        .agg(
            min(when(isSubmission, told)).as(SUBMITTED_EVENT),
            min(when(isAcceptance, told)).as(ACCEPTED_EVENT))
        .select(
            col(COMMUNITY_ID),
            col(CONTRIBUTION_ID),
            coalesce(either(CONTRIBUTION_TYPE), lit("unknown")).as(CONTRIBUTION_TYPE),
            either(MEMBER_NUMBER).as(MEMBER_NUMBER),
            either(CHANNEL).as(CHANNEL),
            submitted(EVENT_TS).as(SUBMITTED_TS),
            submitted(EVENT_DATE).as(SUBMITTED_DATE),
            accepted(EVENT_TS).as(ACCEPTED_TS),
            accepted(EVENT_DATE).as(ACCEPTED_DATE));
  }

  /** What the submission says; where it says nothing, the acceptance. */
  private static Column either(String column) {
    return coalesce(submitted(column), accepted(column));
  }

  private static Column submitted(String column) {
    return col(SUBMITTED_EVENT + "." + column);
  }

  private static Column accepted(String column) {
    return col(ACCEPTED_EVENT + "." + column);
  }
}
