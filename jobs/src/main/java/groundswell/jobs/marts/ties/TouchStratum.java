package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What changes on a day among the members of a community in one tie state, seen from one kind of
 * touch: who is touched on it, and how many more may be compared from it on.
 */
record TouchStratum(InternalRow row) {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, touch_kind STRING, tie_state STRING, event_date DATE, \
          touched BIGINT, touched_up BIGINT, comparable BIGINT, comparable_up BIGINT""");

  static final String[] ORDER = {COMMUNITY_ID, TOUCH_KIND, TIE_STATE, EVENT_DATE};

  /** Which members, seen how, when. */
  record Place(UTF8String touchKind, UTF8String state, int day) {}

  /** Members touched and their moves up; change of those to compare and of theirs to come. */
  record Change(long touched, long touchedUp, long comparable, long comparableUp) {
    Change plus(Change more) {
      return new Change(
          touched + more.touched,
          touchedUp + more.touchedUp,
          comparable + more.comparable,
          comparableUp + more.comparableUp);
    }
  }

  static InternalRow row(UTF8String community, Place place, Change change) {
    return new GenericInternalRow(
        new Object[] {
          community,
          place.touchKind,
          place.state,
          place.day,
          change.touched,
          change.touchedUp,
          change.comparable,
          change.comparableUp
        });
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  Place place() {
    return new Place(row.getUTF8String(1), row.getUTF8String(2), row.getInt(3));
  }

  Change change() {
    return new Change(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
  }

  boolean isSameKind(TouchStratum other) {
    return row.getUTF8String(1).equals(other.row.getUTF8String(1))
        && communityId().equals(other.communityId());
  }
}
