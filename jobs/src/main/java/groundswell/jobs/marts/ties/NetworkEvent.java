package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A week of one directed tie on one channel, or a member's step into a ring. */
record NetworkEvent(InternalRow row) {
  static final int RING_KIND = 0;
  static final int CONTACT_KIND = 1;

  static final String KIND = "event_kind";
  static final String KEY = "event_key";
  static final String NAME = "event_name";
  static final String NUMBER = "event_number";

  static Column[] columns() {
    return Fold.columns(
        COMMUNITY_ID, WEEK_DATE, KIND, KEY, NAME, NUMBER, WEIGHT, AS_OF_WEEK, EDGE_HALF_LIFE_DAYS);
  }

  /** Rings in the order of time, then pairs; of a pair channel by channel, up before down. */
  static Column[] inOrder() {
    return new Column[] {
      col(COMMUNITY_ID), col(WEEK_DATE), col(KIND), col(KEY), col(NAME), col(NUMBER)
    };
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  /** Monday [days since 1970]. */
  int week() {
    return row.getInt(1);
  }

  boolean isContact() {
    return row.getInt(2) == CONTACT_KIND;
  }

  /** Both members in one number, the lower one first. */
  long pair() {
    return row.getLong(3);
  }

  /** Channel of a contact, ring of a step. */
  UTF8String name() {
    return row.getUTF8String(4);
  }

  /** Who acted; who stepped into the ring. */
  int number() {
    return row.getInt(5);
  }

  boolean isUpward() {
    return number() == (int) (pair() >>> 32);
  }

  /** Weight at the end of the week [millionths]. */
  long millionths() {
    return (long) Math.rint(row.getDouble(6) * Decay.MILLION);
  }

  /** Latest week of the community [days since 1970]. */
  int latestWeek() {
    return row.getInt(7);
  }

  int halfLifeDays() {
    return row.getInt(8);
  }

  boolean isSameWeek(NetworkEvent other) {
    return week() == other.week() && communityId().equals(other.communityId());
  }
}
