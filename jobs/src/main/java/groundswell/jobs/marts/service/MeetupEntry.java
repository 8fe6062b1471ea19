package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What is known of a meetup, row by row: the meetup itself, a guest, an active day of a guest
 * later, or what two guests had to do with each other.
 */
record MeetupEntry(InternalRow row) {
  static final String PARTNER = "partner_number";
  static final String STARTS_TS = "starts_ts";
  static final String SAID_YES = "said_yes";
  static final String HAS_COME = "has_come";
  static final String IS_NEW = "is_new";
  static final String IS_STAFF = "is_staff";

  /** Place of meetup_date; from there on only the meetup itself is told. */
  static final int FIRST_TOLD = 12;

  private static final String IS_ACTIVE = "is_active";
  private static final String IS_CONTACT = "is_contact";
  private static final long FORTNIGHT = 14L * 24 * 60 * 60 * 1_000_000;

  static Column[] ofGuest() {
    return columnsOfGuest(lit(false));
  }

  /** Of an active day of a guest. */
  static Column[] ofActivity() {
    return columnsOfGuest(lit(true));
  }

  /** Of an interaction: the smaller number is the member, the larger the partner. */
  static Column[] ofContact() {
    Column isContact = not(col(KIND).isin("meet", "unfollow", "unfriend"));
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEETUP_ID),
      least(col(SOURCE_NUMBER), col(TARGET_NUMBER)).as(MEMBER_NUMBER),
      col(STARTS_TS),
      greatest(col(SOURCE_NUMBER), col(TARGET_NUMBER)).as(PARTNER),
      col(EVENT_TS),
      lit(false).as(IS_ACTIVE),
      isContact.as(IS_CONTACT),
      lit(false).as(SAID_YES),
      lit(false).as(HAS_COME),
      lit(false).as(IS_NEW),
      lit(false).as(IS_STAFF),
      lit(null).cast("date").as(MEETUP_DATE),
      lit(null).cast("string").as(ORGANISER_KIND),
      lit(null).cast("string").as(CITY),
      lit(null).cast("timestamp").as(ANNOUNCED_TS),
      lit(null).cast("decimal(18,4)").as(COST),
      lit(null).cast("string").as(CURRENCY)
    };
  }

  private static Column[] columnsOfGuest(Column isActive) {
    return new Column[] {
      col(COMMUNITY_ID),
      col(MEETUP_ID),
      col(MEMBER_NUMBER),
      col(STARTS_TS),
      lit(null).cast("int").as(PARTNER),
      lit(null).cast("timestamp").as(EVENT_TS),
      isActive.as(IS_ACTIVE),
      lit(false).as(IS_CONTACT),
      col(SAID_YES),
      col(HAS_COME),
      col(IS_NEW),
      col(IS_STAFF),
      col(MEETUP_DATE),
      col(ORGANISER_KIND),
      col(CITY),
      col(ANNOUNCED_TS),
      col(COST),
      col(CURRENCY)
    };
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  UTF8String meetupId() {
    return row.getUTF8String(1);
  }

  /** Null for the meetup itself. */
  Integer member() {
    return row.isNullAt(2) ? null : Integer.valueOf(row.getInt(2));
  }

  /** Null unless two guests had to do with each other. */
  Integer partner() {
    return row.isNullAt(4) ? null : Integer.valueOf(row.getInt(4));
  }

  /** Of two guests: before the meetup began. */
  boolean isBefore() {
    return row.getLong(5) < row.getLong(3);
  }

  boolean isActive() {
    return row.getBoolean(6);
  }

  /** Of two guests: one spoke to the other within 14 days from the beginning. */
  boolean isContactSoonAfter() {
    return row.getBoolean(7) && !isBefore() && row.getLong(5) - row.getLong(3) <= FORTNIGHT;
  }

  boolean saidYes() {
    return row.getBoolean(8);
  }

  boolean hasCome() {
    return row.getBoolean(9);
  }

  boolean isNew() {
    return row.getBoolean(10);
  }

  boolean isStaff() {
    return row.getBoolean(11);
  }

  boolean isOfMeetup(MeetupEntry other) {
    return meetupId().equals(other.meetupId()) && communityId().equals(other.communityId());
  }
}
