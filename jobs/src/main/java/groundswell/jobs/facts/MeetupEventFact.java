package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What happened to meetups. Grain: one row per (community_id, event_id). Contract: {@code
 * contracts/core.fact_meetup_event.odcs.yaml}.
 */
public final class MeetupEventFact {
  private static final String ANNOUNCED = "meetup_announced";

  private MeetupEventFact() {}

  /** Builds the fact from numbered events; reads no other row than its own. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Column isAnnounced = col(EVENT_TYPE).equalTo(ANNOUNCED);
    return events
        .filter(col(EVENT_TYPE).isin(ANNOUNCED, "meetup_rsvp", "meetup_attended"))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            coalesce(col(MEETUP_ID), col(OBJECT_ID)).as(MEETUP_ID),
            kind().as(KIND),
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            coalesce(when(isAnnounced, col(ORGANISER_KIND)), lit("unknown")).as(ORGANISER_KIND),
            when(isAnnounced, col(CITY)).as(CITY),
            when(isAnnounced, col(AMOUNT)).as(AMOUNT),
            when(isAnnounced.and(col(AMOUNT).isNotNull()), col(CURRENCY)).as(CURRENCY),
            col(EVENT_TS),
            col(EVENT_ID))
        .filter(col(MEETUP_ID).isNotNull());
  }

  private static Column kind() {
    return when(col(EVENT_TYPE).equalTo(ANNOUNCED), "announced")
        .when(col(EVENT_TYPE).equalTo("meetup_attended"), "attended")
        .otherwise(concat(lit("rsvp_"), coalesce(col(ANSWER), lit("unknown"))));
  }
}
