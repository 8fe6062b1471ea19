package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What happened to the builds of the product software. Grain: one row per (community_id, event_id).
 * Contract: {@code contracts/core.fact_build_event.odcs.yaml}.
 */
public final class BuildEventFact {
  private BuildEventFact() {}

  /** Builds the fact from numbered events; reads no other row than its own. */
  public static Dataset<Row> from(Dataset<Row> events) {
    return events
        .filter(
            col(EVENT_TYPE)
                .isin("build_released", "build_installed", "build_vote_cast", "issue_reported"))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            coalesce(col(BUILD_ID), col(OBJECT_ID)).as(BUILD_ID),
            coalesce(col(RING), col(ACTOR_RING), lit("unknown")).as(RING),
            coalesce(col(COMPONENT), lit("unknown")).as(COMPONENT),
            kind().as(KIND),
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            col(EVENT_TS),
            col(EVENT_ID));
  }

  private static Column kind() {
    return when(col(EVENT_TYPE).equalTo("build_released"), "released")
        .when(col(EVENT_TYPE).equalTo("build_installed"), "installed")
        .when(col(EVENT_TYPE).equalTo("issue_reported"), "issue")
        .when(col(VOTE).gt(0), "vote_up")
        .when(col(VOTE).lt(0), "vote_down")
        .otherwise("vote_neutral");
  }
}
