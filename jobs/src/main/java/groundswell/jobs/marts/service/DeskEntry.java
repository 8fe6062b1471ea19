package groundswell.jobs.marts.service;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A ticket opened, or a member touched by staff: the rows that {@link ServiceDesk} folds. */
record DeskEntry(InternalRow row) {
  static final String IS_FOUNDER = "is_founder";

  private static final long SECOND = 1_000_000;

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  /** Local business day [days since 1970]. */
  int date() {
    return row.getInt(1);
  }

  UTF8String channel() {
    return row.getUTF8String(2);
  }

  boolean isTicket() {
    return !row.isNullAt(3);
  }

  boolean isAnswered() {
    return !row.isNullAt(4);
  }

  /** From the opening of a ticket to its answer, where it {@link #isAnswered} [s]. */
  long responseSeconds() {
    return Math.floorDiv(row.getLong(4) - row.getLong(3), SECOND);
  }

  boolean isClosed() {
    return !row.isNullAt(5);
  }

  /** From the opening of a ticket to its closing, where it {@link #isClosed} [s]. */
  long resolutionSeconds() {
    return Math.floorDiv(row.getLong(5) - row.getLong(3), SECOND);
  }

  boolean isScored() {
    return !row.isNullAt(6);
  }

  /** Satisfaction of the member, where she said it. */
  int score() {
    return row.getInt(6);
  }

  /** Who touched a member. */
  int staff() {
    return row.getInt(7);
  }

  boolean isByFounder() {
    return row.getBoolean(8);
  }

  boolean isSameDay(DeskEntry other) {
    return date() == other.date()
        && channel().equals(other.channel())
        && communityId().equals(other.communityId());
  }
}
