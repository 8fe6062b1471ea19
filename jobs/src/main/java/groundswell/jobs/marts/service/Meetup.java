package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.marts.measure.Wilson;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each meetup came to. Grain: one row per (community_id, meetup_id). Contract: {@code
 * contracts/mart.meetup.odcs.yaml}.
 */
public final class Meetup {
  /** How long after a meetup activity is looked for [days]. */
  private static final int AFTER_DAYS = 28;

  private static final String LAST_DATE = "last_date";

  private Meetup() {}

  /** Meetups and their guests, from {@code fact_meetup_event} and {@code dim_member}; keep them. */
  public static Dataset<Row> guests(Dataset<Row> meetupEvents, Dataset<Row> members) {
    Dataset<Row> people =
        members
            .filter(col(IS_CURRENT))
            .select(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, JOINED_DATE);
    Dataset<Row> meetupByMeetup =
        meetupEvents
            .join(people, new String[] {COMMUNITY_ID, MEMBER_NUMBER}, "left")
            .repartition(col(MEETUP_ID), col(COMMUNITY_ID))
            .sortWithinPartitions(MEETUP_ID, COMMUNITY_ID, EVENT_TS, EVENT_ID)
            .select(MeetupEvent.columns());
    return Fold.partitions(meetupByMeetup, GuestList.SCHEMA, GuestLists::new);
  }

  /**
   * Builds the mart from {@link #guests}, {@code fact_member_activity}, {@code fact_interaction}
   * and {@code mart.tie_funnel}, which knows the last day of each community.
   */
  public static Dataset<Row> from(
      Dataset<Row> guests,
      Dataset<Row> activity,
      Dataset<Row> interactions,
      Dataset<Row> tieFunnel) {
    Dataset<Row> meetupByMeetup =
        guests
            .select(MeetupEntry.ofGuest())
            .union(activeAfter(guests, activity))
            .union(contacts(guests, interactions))
            .repartition(col(MEETUP_ID), col(COMMUNITY_ID))
            .sortWithinPartitions(
                MEETUP_ID, COMMUNITY_ID, MEMBER_NUMBER, MeetupEntry.PARTNER, EVENT_TS);
    Dataset<Row> lastDays = tieFunnel.groupBy(COMMUNITY_ID).agg(max(EVENT_DATE).as(LAST_DATE));
    return Fold.partitions(meetupByMeetup, MeetupTally.SCHEMA, Meetups::new)
        .join(broadcast(lastDays), new String[] {COMMUNITY_ID}, "left")
        .select(columns());
  }

  /** A mark for each day on which a guest was active after the meetup. */
  private static Dataset<Row> activeAfter(Dataset<Row> guests, Dataset<Row> activity) {
    Column isAfter = datediff(col(EVENT_DATE), col(MEETUP_DATE)).between(lit(1), lit(AFTER_DAYS));
    return activity
        .select(COMMUNITY_ID, MEMBER_NUMBER, EVENT_DATE)
        .join(
            broadcast(guests.filter(col(MeetupEntry.HAS_COME).or(col(MeetupEntry.SAID_YES)))),
            new String[] {COMMUNITY_ID, MEMBER_NUMBER})
        .filter(isAfter)
        .select(MeetupEntry.ofActivity());
  }

  /** Interactions of two members who both came; who acted on whom does not matter. */
  private static Dataset<Row> contacts(Dataset<Row> guests, Dataset<Row> interactions) {
    Dataset<Row> came =
        guests
            .filter(col(MeetupEntry.HAS_COME).and(not(col(MeetupEntry.IS_STAFF))))
            .select(COMMUNITY_ID, MEETUP_ID, MEMBER_NUMBER, MeetupEntry.STARTS_TS);
    Dataset<Row> sources = came.withColumnRenamed(MEMBER_NUMBER, SOURCE_NUMBER);
    Dataset<Row> targets =
        came.drop(MeetupEntry.STARTS_TS).withColumnRenamed(MEMBER_NUMBER, TARGET_NUMBER);
    return interactions
        .select(COMMUNITY_ID, SOURCE_NUMBER, TARGET_NUMBER, KIND, EVENT_TS)
        .join(broadcast(sources), new String[] {COMMUNITY_ID, SOURCE_NUMBER})
        .join(broadcast(targets), new String[] {COMMUNITY_ID, MEETUP_ID, TARGET_NUMBER})
        .select(MeetupEntry.ofContact());
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEETUP_ID),
      col(ORGANISER_KIND),
      col(CITY),
      col(ANNOUNCED_TS),
      col(MEETUP_DATE),
      col(RSVP_YES),
      col(RSVP_YES_ATTENDED),
      Share.of(RSVP_YES_ATTENDED, RSVP_YES).as(SHOW_RATE),
      Wilson.low(col(RSVP_YES_ATTENDED), col(RSVP_YES)).as(SHOW_LOW),
      Wilson.high(col(RSVP_YES_ATTENDED), col(RSVP_YES)).as(SHOW_HIGH),
      col(ATTENDED),
      col(STAFF_ATTENDED),
      col(NEWCOMERS),
      Share.of(NEWCOMERS, ATTENDED).as(NEWCOMER_RATE),
      col(COST),
      col(CURRENCY),
      Share.of(COST, ATTENDED).as(COST_PER_ATTENDEE),
      col(NEW_TIES),
      col(ATTENDED_ACTIVE_AFTER),
      Share.of(ATTENDED_ACTIVE_AFTER, ATTENDED).as(ATTENDED_ACTIVE_AFTER_RATE),
      col(NO_SHOWS),
      col(NO_SHOWS_ACTIVE_AFTER),
      Share.of(NO_SHOWS_ACTIVE_AFTER, NO_SHOWS).as(NO_SHOWS_ACTIVE_AFTER_RATE),
      lift().as(ACTIVE_AFTER_LIFT),
      coalesce(datediff(col(LAST_DATE), col(MEETUP_DATE)).lt(AFTER_DAYS), lit(true)).as(IS_CENSORED)
    };
  }

  /** (active / came) / (active / stayed away), in one division. */
  private static Column lift() {
    return Share.of(
        col(ATTENDED_ACTIVE_AFTER).multiply(col(NO_SHOWS)),
        col(NO_SHOWS_ACTIVE_AFTER).multiply(col(ATTENDED)));
  }
}
