package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What reached members from the firm and its activities. Grain: one row per (community_id,
 * event_id). Contract: {@code core.fact_touch}.
 */
public final class TouchFact {
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final String OCCASION = "occasion";
  private static final String FIRST = "first";

  private TouchFact() {}

  /** Builds the fact from the numbered events and {@code core.fact_ticket} of communities. */
  public static Dataset<Row> from(Dataset<Row> events, Dataset<Row> tickets) {
    Column touch = struct(EVENT_TS, EVENT_ID, EVENT_DATE, PERIOD, CHANNEL);
    return own(events)
        .union(answers(events, tickets))
        .filter(col(MEMBER_NUMBER).isNotNull())
        .groupBy(COMMUNITY_ID, MEMBER_NUMBER, TOUCH_KIND, OCCASION)
        .agg(min(touch).as(FIRST))
        .select(
            col(COMMUNITY_ID),
            col(FIRST + "." + EVENT_DATE),
            col(FIRST + "." + PERIOD),
            col(MEMBER_NUMBER),
            col(TOUCH_KIND),
            col(FIRST + "." + CHANNEL),
            col(FIRST + "." + EVENT_TS),
            col(FIRST + "." + EVENT_ID));
  }

  /** What names the member as the one who acts; a meetup is one occasion, however often entered. */
  private static Dataset<Row> own(Dataset<Row> events) {
    Column isMeetup = col(EVENT_TYPE).equalTo("meetup_attended");
    Column kind =
        when(isMeetup, "meetup")
            .when(col(EVENT_TYPE).equalTo("recognition_given"), "recognition")
            .otherwise("exposure");
    Column meetup = when(isMeetup, coalesce(col(MEETUP_ID), col(OBJECT_ID)));
    return events
        .filter(col(EVENT_TYPE).isin("meetup_attended", "recognition_given", "content_exposed"))
        .select(columns(col(ACTOR_NUMBER), kind, coalesce(meetup, col(EVENT_ID))));
  }

  /** The first answer to each ticket whose opening is known. */
  private static Dataset<Row> answers(Dataset<Row> events, Dataset<Row> tickets) {
    Column wait = unix_micros(col(FIRST_REPLY_TS)).minus(unix_micros(col(OPENED_TS)));
    Dataset<Row> answered =
        tickets
            .filter(col(FIRST_REPLY_TS).geq(col(OPENED_TS)))
            .select(
                col(COMMUNITY_ID),
                col(TICKET_ID),
                col(MEMBER_NUMBER),
                col(FIRST_REPLY_TS).as(EVENT_TS),
                col(FIRST_REPLY_NUMBER),
                when(wait.leq(HOUR_MICROS), "service_reply_hour")
                    .otherwise("service_reply_later")
                    .as(TOUCH_KIND));
    return events
        .filter(col(EVENT_TYPE).equalTo("service_replied").and(col(ACTOR_KIND).notEqual("bot")))
        .join(answered, new String[] {COMMUNITY_ID, TICKET_ID, EVENT_TS})
        .filter(col(ACTOR_NUMBER).eqNullSafe(col(FIRST_REPLY_NUMBER)))
        .select(columns(col(MEMBER_NUMBER), col(TOUCH_KIND), col(TICKET_ID)));
  }

  private static Column[] columns(Column member, Column kind, Column occasion) {
    return new Column[] {
      col(COMMUNITY_ID),
      member.as(MEMBER_NUMBER),
      kind.as(TOUCH_KIND),
      occasion.as(OCCASION),
      col(EVENT_TS),
      col(EVENT_ID),
      col(EVENT_DATE),
      col(PERIOD),
      col(CHANNEL)
    };
  }
}
