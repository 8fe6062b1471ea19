package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What every fact is made from: the events that count, with member numbers in place of keys. Only
 * the columns that a fact reads, so that the rows are worth keeping for all facts of a run; beside
 * them actor_number, target_number, referrer_number (null where the key is) and actor_ring, the
 * ring of the actor at the event.
 */
public final class NumberedEvents {
  /** Number of the member who acts. */
  public static final String ACTOR_NUMBER = "actor_number";

  /** Ring of the actor at the event. */
  public static final String ACTOR_RING = "actor_ring";

  private static final String RINGS = "rings";

  /** Columns of core.event that facts read, but for the keys. */
  private static final List<String> READ =
      List.of(
          COMMUNITY_ID,
          EVENT_DATE,
          PERIOD,
          EVENT_ID,
          EVENT_TYPE,
          EVENT_TS,
          ACTOR_KIND,
          CHANNEL,
          OBJECT_ID,
          AMOUNT,
          BRAND_KIND,
          BUILD_ID,
          CAMPAIGN_ID,
          CATEGORY,
          COMPONENT,
          CURRENCY,
          DISCOUNT,
          IS_ESSENCE,
          IS_REWARDED,
          LAUNCH_ID,
          LINE_NO,
          MEETUP_ID,
          OPENS_TS,
          ORDER_ID,
          PARENT_ID,
          PRICE_SOURCE,
          QUANTITY,
          QUEUE_POSITION,
          RING,
          ROOT_ID,
          SKU,
          THREAD_ID,
          TICKET_ID,
          TOPIC,
          UNIT_COST,
          UNIT_PRICE,
          VOTE);

  /** Columns besides that no fact reads of {@link EventKinds#isFrequent frequent} events. */
  private static final List<String> DETAILS =
      List.of(
          ANSWER,
          BRAND,
          CITY,
          CONTRIBUTION_ID,
          CONTRIBUTION_TYPE,
          DEPARTMENT,
          HEADCOUNT,
          IS_PAID_MEDIA,
          MENTION_COUNT,
          ORGANISER_KIND,
          PERIOD_MONTHS,
          PERIOD_START,
          REFERRAL_CODE,
          SCORE,
          SERVICE,
          SESSION_HINT);

  private NumberedEvents() {}

  /** Joins core.event with core.dim_member; {@code events} hold the corrections of their events. */
  public static Dataset<Row> from(Dataset<Row> events, Dataset<Row> dimMember) {
    return number(CountedEvents.from(events), members(dimMember));
  }

  /** One row per member: key, number, rings. Small, and worth keeping for all facts of a run. */
  static Dataset<Row> members(Dataset<Row> dimMember) {
    return dimMember
        .groupBy(COMMUNITY_ID, MEMBER_KEY)
        .agg(max(MEMBER_NUMBER).as(MEMBER_NUMBER), RingHistory.of(VALID_FROM_TS).as(RINGS));
  }

  /** Events with all columns that any fact reads. */
  static Dataset<Row> number(Dataset<Row> countedEvents, Dataset<Row> members) {
    return number(countedEvents, members, Stream.concat(READ.stream(), DETAILS.stream()).toList());
  }

  /** Events without the details, which are null but for events that are few. */
  static Dataset<Row> brief(Dataset<Row> countedEvents, Dataset<Row> members) {
    return number(countedEvents, members, READ);
  }

  private static Dataset<Row> number(
      Dataset<Row> countedEvents, Dataset<Row> members, List<String> read) {
    Dataset<Row> numbers = members.drop(RINGS);
    return countedEvents
        .select(columns(read, ACTOR_KEY, TARGET_KEY, REFERRER_KEY))
        .transform(events -> join(events, members, ACTOR_KEY, ACTOR_NUMBER))
        .withColumn(
            ACTOR_RING,
            when(col(ACTOR_NUMBER).isNotNull(), RingHistory.at(col(RINGS), col(EVENT_TS))))
        .drop(RINGS)
        .transform(events -> join(events, numbers, TARGET_KEY, TARGET_NUMBER))
        .transform(events -> join(events, numbers, REFERRER_KEY, REFERRER_NUMBER))
        .select(columns(read, ACTOR_NUMBER, ACTOR_RING, TARGET_NUMBER, REFERRER_NUMBER));
  }

  private static Column[] columns(List<String> read, String... more) {
    return Stream.concat(read.stream(), Stream.of(more))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static Dataset<Row> join(
      Dataset<Row> events, Dataset<Row> members, String key, String number) {
    Dataset<Row> named =
        members
            .withColumnRenamed(COMMUNITY_ID, "members_community_id")
            .withColumnRenamed(MEMBER_KEY, "joined_key")
            .withColumnRenamed(MEMBER_NUMBER, number);
    return events
        .join(
            named,
            col(COMMUNITY_ID)
                .equalTo(col("members_community_id"))
                .and(col(key).equalTo(col("joined_key"))),
            "left")
        .drop("members_community_id", "joined_key");
  }
}
