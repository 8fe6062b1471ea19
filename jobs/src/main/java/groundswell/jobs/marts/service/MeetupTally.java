package groundswell.jobs.marts.service;

import java.util.Arrays;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Counts the guests of one meetup: takes it first, then guest by guest and pair by pair. */
final class MeetupTally {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, meetup_id STRING, meetup_date DATE, organiser_kind STRING, \
          city STRING, announced_ts TIMESTAMP, cost DECIMAL(18,4), currency STRING, \
          rsvp_yes BIGINT, rsvp_yes_attended BIGINT, attended BIGINT, staff_attended BIGINT, \
          newcomers BIGINT, new_ties BIGINT, attended_active_after BIGINT, no_shows BIGINT, \
          no_shows_active_after BIGINT""");

  /** Columns that the meetup itself tells, of which the first two begin the row of an entry. */
  private static final int TOLD = 8;

  private final MeetupEntry meetup;
  private Integer member;
  private MeetupEntry guest;
  private boolean isActive;
  private Integer partner;
  private boolean isKnown;
  private boolean isContact;
  private long yes;
  private long yesAttended;
  private long attended;
  private long staff;
  private long newcomers;
  private long ties;
  private long attendedActive;
  private long absentActive;

  MeetupTally(MeetupEntry meetup) {
    this.meetup = meetup;
  }

  void take(MeetupEntry entry) {
    if (!Objects.equals(entry.member(), member)) {
      endMember();
      member = entry.member();
    }
    if (member == null) {
      return;
    }
    if (entry.partner() == null) {
      guest = entry;
      isActive |= entry.isActive();
    } else {
      meet(entry);
    }
  }

  private void meet(MeetupEntry entry) {
    if (!entry.partner().equals(partner)) {
      endPair();
      partner = entry.partner();
    }
    isKnown |= entry.isBefore();
    isContact |= entry.isContactSoonAfter();
  }

  private void endPair() {
    ties += isContact && !isKnown ? 1 : 0;
    partner = null;
    isKnown = false;
    isContact = false;
  }

  private void endMember() {
    endPair();
    if (guest != null && guest.isStaff()) {
      staff += guest.hasCome() ? 1 : 0;
    } else if (guest != null) {
      endGuest();
    }
    guest = null;
    isActive = false;
  }

  private void endGuest() {
    yes += guest.saidYes() ? 1 : 0;
    if (guest.hasCome()) {
      attended++;
      yesAttended += guest.saidYes() ? 1 : 0;
      newcomers += guest.isNew() ? 1 : 0;
      attendedActive += isActive ? 1 : 0;
    } else if (guest.saidYes()) {
      absentActive += isActive ? 1 : 0;
    }
  }

  InternalRow row() {
    endMember();
    Object[] values = Arrays.copyOf(told(), SCHEMA.size());
    boolean hasDay = values[2] != null;
    Object[] counts = {
      yes,
      yesAttended,
      attended,
      staff,
      newcomers,
      ties,
      attendedActive,
      yes - yesAttended,
      hasDay ? Long.valueOf(absentActive) : null
    };
    System.arraycopy(counts, 0, values, TOLD, counts.length);
    return new GenericInternalRow(values);
  }

  /** What the meetup itself tells: names from the start of its row, the rest from its end. */
  private Object[] told() {
    Object[] told = new Object[TOLD];
    for (int place = 0; place < TOLD; place++) {
      int from = place < 2 ? place : MeetupEntry.FIRST_TOLD + place - 2;
      DataType type = SCHEMA.fields()[place].dataType();
      told[place] = meetup.row().isNullAt(from) ? null : meetup.row().get(from, type);
    }
    return told;
  }
}
