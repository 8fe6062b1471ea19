package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Members with their stable dense numbers and the history of ring and profile. Grain: one row per
 * (community_id, member_number, valid_from_ts). Contract: {@code core.dim_member}.
 */
public final class MemberDimension {
  private static final String[] KEY = {COMMUNITY_ID, MEMBER_KEY};

  private MemberDimension() {}

  /**
   * Builds the dimension from all events of the communities; {@code known} is the dimension as
   * published: its numbers stay, new members are appended in the order of their first event.
   */
  public static Dataset<Row> from(Dataset<Row> events, Dataset<Row> known) {
    Dataset<Row> counted = CountedEvents.from(events);
    return from(counted, MemberSightings.from(counted), known);
  }

  static Dataset<Row> from(Dataset<Row> counted, Dataset<Row> sightings, Dataset<Row> known) {
    Dataset<Row> numbers = numbers(sightings, known);
    Dataset<Row> entries = entries(counted);
    Dataset<Row> inviters =
        numbers.select(
            col(COMMUNITY_ID),
            col(MEMBER_KEY).as(INVITER_KEY),
            col(MEMBER_NUMBER).as(INVITER_NUMBER));
    return MemberVersions.from(counted, sightings)
        .join(numbers, KEY, "inner")
        .join(sightings.withColumnRenamed(ENTRY_CHANNEL, "first_channel"), KEY, "inner")
        .join(entries, KEY, "left")
        .join(inviters, new String[] {COMMUNITY_ID, INVITER_KEY}, "left")
        .withColumn(ENTRY_CHANNEL, coalesce(col(ENTRY_CHANNEL), col("first_channel")))
        .select(columns());
  }

  private static Dataset<Row> numbers(Dataset<Row> sightings, Dataset<Row> known) {
    Dataset<Row> old =
        known.filter(col(IS_CURRENT)).select(COMMUNITY_ID, MEMBER_KEY, MEMBER_NUMBER);
    Dataset<Row> used =
        old.groupBy(COMMUNITY_ID).agg(max(col(MEMBER_NUMBER).plus(1)).as("first_free"));
    Column place =
        row_number()
            .over(
                Window.partitionBy(COMMUNITY_ID)
                    .orderBy(
                        MemberSightings.FIRST_TS,
                        MemberSightings.FIRST_EVENT_ID,
                        MemberSightings.FIRST_ROLE));
    Column number = coalesce(col("first_free"), lit(0)).plus(col("place")).minus(1);
    return sightings
        .join(old, KEY, "left_anti")
        .withColumn("place", place)
        .join(used, new String[] {COMMUNITY_ID}, "left")
        .select(col(COMMUNITY_ID), col(MEMBER_KEY), number.as(MEMBER_NUMBER))
        .unionByName(old);
  }

  /** Entry channel and inviter: of the first event that tells them. */
  private static Dataset<Row> entries(Dataset<Row> counted) {
    Column joining = col(EVENT_TYPE).equalTo("member_joined");
    Column inviter =
        when(joining, col(INVITER_KEY)).otherwise(coalesce(col(INVITER_KEY), col(ACTOR_KEY)));
    Column channel = nullif(col(ENTRY_CHANNEL), lit("unknown"));
    return counted
        .filter(joining.or(col(EVENT_TYPE).equalTo("member_invited")))
        .select(
            col(COMMUNITY_ID),
            when(joining, col(ACTOR_KEY)).otherwise(col(TARGET_KEY)).as(MEMBER_KEY),
            when(
                    joining.and(channel.isNotNull()),
                    struct(col(EVENT_TS), col(EVENT_ID), channel.as("value")))
                .as("channel_told"),
            when(inviter.isNotNull(), struct(col(EVENT_TS), col(EVENT_ID), inviter.as("value")))
                .as("inviter_told"))
        .groupBy(MEMBER_KEY, COMMUNITY_ID)
        .agg(
            min("channel_told").getField("value").as(ENTRY_CHANNEL),
            min("inviter_told").getField("value").as(INVITER_KEY));
  }

  private static Column[] columns() {
    return Stream.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            MEMBER_KEY,
            VALID_FROM_TS,
            VALID_FROM_DATE,
            VALID_TO_TS,
            IS_CURRENT,
            ACTOR_KIND,
            RING,
            REGION,
            CITY,
            AGE_BAND,
            ENTRY_CHANNEL,
            HOME_CHANNEL,
            INVITER_NUMBER,
            JOINED_TS,
            JOINED_DATE,
            LEFT_TS,
            LEFT_DATE)
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
