package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One row about a build in a ring: an event, or a member who held the ring ({@link #HELD}). */
record BuildMention(InternalRow row) {
  static final String HELD = "held";

  private static final UTF8String HOLDER = UTF8String.fromString(HELD);
  private static final UTF8String RELEASED = UTF8String.fromString("released");
  private static final UTF8String INSTALLED = UTF8String.fromString("installed");
  private static final UTF8String ISSUE = UTF8String.fromString("issue");
  private static final UTF8String VOTE = UTF8String.fromString("vote");
  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  static Column[] columns() {
    return Fold.columns(
        BUILD_ID,
        COMMUNITY_ID,
        RING,
        MEMBER_NUMBER,
        COMPONENT,
        EVENT_TS,
        EVENT_ID,
        KIND,
        RELEASED_TS);
  }

  UTF8String buildId() {
    return row.getUTF8String(0);
  }

  UTF8String communityId() {
    return row.getUTF8String(1);
  }

  UTF8String ring() {
    return row.getUTF8String(2);
  }

  /** Null for an event of nobody. */
  Integer member() {
    return row.isNullAt(3) ? null : Integer.valueOf(row.getInt(3));
  }

  /** Null for a holder of the ring. */
  UTF8String component() {
    return row.getUTF8String(4);
  }

  /** Instant of the event [micros since 1970]. */
  long micros() {
    return row.getLong(5);
  }

  UTF8String kind() {
    return row.getUTF8String(7);
  }

  /** Release that counts for the ring [micros since 1970]; null when there was none. */
  Long releasedMicros() {
    return row.isNullAt(8) ? null : Long.valueOf(row.getLong(8));
  }

  boolean isSameRing(BuildMention other) {
    return buildId().equals(other.buildId())
        && communityId().equals(other.communityId())
        && ring().equals(other.ring());
  }

  boolean isEvent() {
    return !kind().equals(HOLDER);
  }

  boolean isInstall() {
    return kind().equals(INSTALLED);
  }

  boolean isIssue() {
    return kind().equals(ISSUE);
  }

  boolean isVote() {
    return kind().startsWith(VOTE);
  }

  /**
   * A sign that the member could have taken the build; to report an issue or release it is none.
   */
  boolean showsEligible() {
    return !isIssue() && !kind().equals(RELEASED);
  }

  /** What names no part of the build has no row but that of the whole; a vote always names one. */
  boolean namesPart() {
    return isVote() || !component().equals(UNKNOWN);
  }
}
