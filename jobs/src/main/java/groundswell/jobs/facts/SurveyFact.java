package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Answers to surveys. Grain: one row per (community_id, event_id). Contract: {@code
 * contracts/core.fact_survey.odcs.yaml}.
 */
public final class SurveyFact {
  private SurveyFact() {}

  /** Builds the fact from numbered events; reads no other row than its own. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Column isSatisfaction = col(EVENT_TYPE).equalTo("csat_answered");
    return events
        .filter(isSatisfaction.or(col(EVENT_TYPE).equalTo("nps_answered")))
        .filter(col(SCORE).between(0, 10))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            col(EVENT_TS),
            col(EVENT_ID),
            when(isSatisfaction, "csat").otherwise("nps").as(KIND),
            coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            coalesce(col(ACTOR_KIND), lit("unknown")).as(ACTOR_KIND),
            coalesce(col(ACTOR_RING), lit("unknown")).as(RING),
            col(SCORE),
            when(isSatisfaction, col(TICKET_ID)).as(TICKET_ID));
  }
}
