package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the whole log says about each member: first sight, kind, joining and leaving, home channel.
 * Grain: one row per (community_id, member_key). Source: events that count.
 */
final class MemberSightings {
  static final String FIRST_TS = "first_ts";
  static final String FIRST_DATE = "first_date";
  static final String FIRST_EVENT_ID = "first_event_id";
  static final String FIRST_ROLE = "first_role";

  /** Rarest last: a member takes the highest that was ever seen. */
  private static final String[] KINDS = {
    "unknown", "user", "partner", "dealer", "employee", "founder", "bot"
  };

  /** Alphabetical, so that the lowest index wins among equals. */
  private static final String[] CHANNELS = {
    "app", "build_vote", "forum", "meetup", "qzone", "shop", "wechat", "weibo"
  };

  private static final String[] ROLES = {
    ACTOR_KEY, TARGET_KEY, INVITER_KEY, REFERRER_KEY, LINKED_KEY
  };

  private MemberSightings() {}

  static Dataset<Row> from(Dataset<Row> countedEvents) {
    Dataset<Row> sightings = sightings(countedEvents);
    return first(sightings)
        .join(acts(countedEvents), new String[] {COMMUNITY_ID, MEMBER_KEY}, "left")
        .select(columns());
  }

  /** One row per event and role with a member in it; the role's number breaks ties of an event. */
  private static Dataset<Row> sightings(Dataset<Row> events) {
    Column[] roles =
        IntStream.range(0, ROLES.length)
            .mapToObj(role -> struct(lit(role).as("role"), col(ROLES[role]).as("key")))
            .toArray(Column[]::new);
    return events
        .select(
            col(COMMUNITY_ID),
            col(EVENT_TS),
            col(EVENT_DATE),
            col(EVENT_ID),
            col(CHANNEL),
            explode(array(roles)).as("seen"))
        .filter(col("seen.key").isNotNull())
        .withColumn(MEMBER_KEY, col("seen.key"));
  }

  private static Dataset<Row> first(Dataset<Row> sightings) {
    Column inOrder =
        struct(
            col(EVENT_TS),
            col(EVENT_ID),
            col("seen.role").as("role"),
            col(EVENT_DATE),
            col(CHANNEL));
    return sightings.groupBy(MEMBER_KEY, COMMUNITY_ID).agg(min(inOrder).as("first"));
  }

  /** What members did themselves. */
  private static Dataset<Row> acts(Dataset<Row> events) {
    Column qualifying = EventKinds.isQualifying();
    Column joining = isType("member_joined");
    Column leaving = isType("member_left");
    Column[] perChannel =
        IntStream.range(0, CHANNELS.length)
            .mapToObj(
                i ->
                    sum(when(qualifying.and(col(CHANNEL).equalTo(CHANNELS[i])), 1).otherwise(0))
                        .as("acts_" + CHANNELS[i]))
            .toArray(Column[]::new);
    return events
        .filter(col(ACTOR_KEY).isNotNull())
        .groupBy(col(ACTOR_KEY).as(MEMBER_KEY), col(COMMUNITY_ID))
        .agg(
            max(array_position(lit(KINDS), col(ACTOR_KIND))).as("kind_rank"),
            others(
                perChannel,
                min(when(qualifying.or(joining), col(EVENT_TS))).as(JOINED_TS),
                min(when(qualifying.or(joining), col(EVENT_DATE))).as(JOINED_DATE),
                max(when(qualifying.or(joining), col(EVENT_TS))).as("last_ts"),
                max(when(leaving, col(EVENT_TS))).as(LEFT_TS),
                max(when(leaving, col(EVENT_DATE))).as(LEFT_DATE)));
  }

  private static Column[] columns() {
    Column left = col(LEFT_TS).gt(coalesce(col("last_ts"), lit(0).cast("timestamp")));
    Column actedFirst = col("first.role").equalTo(0);
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEMBER_KEY),
      col("first.event_ts").as(FIRST_TS),
      col("first.event_date").as(FIRST_DATE),
      col("first.event_id").as(FIRST_EVENT_ID),
      col("first.role").as(FIRST_ROLE),
      when(actedFirst, col("first.channel")).otherwise(lit("unknown")).as(ENTRY_CHANNEL),
      coalesce(element_at(lit(KINDS), col("kind_rank").cast("int")), lit("unknown")).as(ACTOR_KIND),
      homeChannel().as(HOME_CHANNEL),
      col(JOINED_TS),
      col(JOINED_DATE),
      when(left, col(LEFT_TS)).as(LEFT_TS),
      when(left, col(LEFT_DATE)).as(LEFT_DATE)
    };
  }

  private static Column homeChannel() {
    Column[] counted =
        IntStream.range(0, CHANNELS.length)
            .mapToObj(i -> struct(col("acts_" + CHANNELS[i]).as("acts"), lit(-i).as("place")))
            .toArray(Column[]::new);
    Column most = array_max(array(counted));
    return when(
            most.getField("acts").gt(0),
            element_at(lit(CHANNELS), lit(1).minus(most.getField("place"))))
        .otherwise(lit("unknown"));
  }

  private static Column[] others(Column[] some, Column... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Column[]::new);
  }

  private static Column isType(String type) {
    return col(EVENT_TYPE).equalTo(type);
  }
}
