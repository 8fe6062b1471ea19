package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs of members who came to the same meetup, once in each direction, at the later of their two
 * arrivals. Meetups with more than 30 attenders give no pairs (docs/decisions/0050).
 */
final class Meetings {
  static final int MOST_ATTENDERS = 30;

  private static final String ARRIVAL = "arrival";
  private static final String GUEST = "guest";
  private static final String GUESTS = "guests";

  private Meetings() {}

  static Dataset<Row> from(Dataset<Row> events) {
    Column later = greatest(col("a." + ARRIVAL), col("b." + ARRIVAL));
    return attenders(events)
        .select(col(COMMUNITY_ID), explode(col(GUESTS)).as("a"), col(GUESTS))
        .select(col(COMMUNITY_ID), col("a"), explode(col(GUESTS)).as("b"))
        .select(
            col(COMMUNITY_ID),
            later.as(ARRIVAL),
            col("a." + GUEST).as(SOURCE_NUMBER),
            col("b." + GUEST).as(TARGET_NUMBER))
        .select(
            col(COMMUNITY_ID),
            col(ARRIVAL + "." + EVENT_DATE),
            col(ARRIVAL + "." + PERIOD),
            col(ARRIVAL + "." + EVENT_TS),
            col(ARRIVAL + "." + EVENT_ID),
            col(SOURCE_NUMBER),
            col(TARGET_NUMBER),
            coalesce(col(ARRIVAL + "." + CHANNEL), lit("unknown")).as(CHANNEL),
            lit("meet").as(KIND))
        .filter(col(SOURCE_NUMBER).notEqual(col(TARGET_NUMBER)));
  }

  /** Each meetup with its guests, who arrive once. */
  private static Dataset<Row> attenders(Dataset<Row> events) {
    Column arrival =
        struct(col(EVENT_TS), col(EVENT_ID), col(EVENT_DATE), col(PERIOD), col(CHANNEL));
    return events
        .filter(col(EVENT_TYPE).equalTo("meetup_attended").and(col(ACTOR_NUMBER).isNotNull()))
        .withColumn(MEETUP_ID, coalesce(col(MEETUP_ID), col(OBJECT_ID)))
        .groupBy(col(COMMUNITY_ID), col(MEETUP_ID), col(ACTOR_NUMBER).as(GUEST))
        .agg(min(arrival).as(ARRIVAL))
        .groupBy(COMMUNITY_ID, MEETUP_ID)
        .agg(collect_list(struct(GUEST, ARRIVAL)).as(GUESTS))
        .filter(size(col(GUESTS)).between(2, MOST_ATTENDERS));
  }
}
