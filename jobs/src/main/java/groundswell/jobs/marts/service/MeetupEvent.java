package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** One event of a meetup, with what is known of the member: its row has {@link #columns}. */
record MeetupEvent(InternalRow row) {
  private static final UTF8String ANNOUNCED = UTF8String.fromString("announced");
  private static final UTF8String ATTENDED = UTF8String.fromString("attended");
  private static final UTF8String YES = UTF8String.fromString("rsvp_yes");
  private static final UTF8String BOT = UTF8String.fromString("bot");
  private static final UTF8String EMPLOYEE = UTF8String.fromString("employee");
  private static final UTF8String FOUNDER = UTF8String.fromString("founder");
  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  static Column[] columns() {
    return Fold.columns(
        MEETUP_ID,
        COMMUNITY_ID,
        EVENT_TS,
        EVENT_DATE,
        KIND,
        MEMBER_NUMBER,
        ACTOR_KIND,
        JOINED_DATE,
        ORGANISER_KIND,
        CITY,
        AMOUNT,
        CURRENCY);
  }

  UTF8String meetupId() {
    return row.getUTF8String(0);
  }

  UTF8String communityId() {
    return row.getUTF8String(1);
  }

  /** Instant [micros since 1970]. */
  long micros() {
    return row.getLong(2);
  }

  /** Local business day [days since 1970]. */
  int date() {
    return row.getInt(3);
  }

  boolean isAnnouncement() {
    return row.getUTF8String(4).equals(ANNOUNCED);
  }

  boolean isArrival() {
    return row.getUTF8String(4).equals(ATTENDED);
  }

  boolean isYes() {
    return row.getUTF8String(4).equals(YES);
  }

  /** False for bots, and for events of nobody known. */
  boolean isOfPerson() {
    return !row.isNullAt(5) && !BOT.equals(row.getUTF8String(6));
  }

  /** Of an event that {@link #isOfPerson}. */
  int member() {
    return row.getInt(5);
  }

  boolean isOfStaff() {
    UTF8String kind = row.getUTF8String(6);
    return EMPLOYEE.equals(kind) || FOUNDER.equals(kind);
  }

  /** Whether the member had joined more than so many days before a day. */
  boolean hadJoined(int days, int date) {
    return !row.isNullAt(7) && row.getInt(7) < date - days;
  }

  /** Null when the event does not tell. */
  UTF8String organiser() {
    UTF8String organiser = row.getUTF8String(8);
    return UNKNOWN.equals(organiser) ? null : organiser;
  }

  /** Null when the event does not tell. */
  UTF8String city() {
    return row.getUTF8String(9);
  }

  boolean namesCost() {
    return !row.isNullAt(10);
  }

  Decimal cost() {
    return row.getDecimal(10, 18, 4);
  }

  UTF8String currency() {
    return row.getUTF8String(11);
  }

  boolean isOfMeetup(MeetupEvent other) {
    return meetupId().equals(other.meetupId()) && communityId().equals(other.communityId());
  }
}
