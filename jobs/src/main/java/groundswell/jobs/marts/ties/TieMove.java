package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** How many members of a community made the same move after the same days: a row in full. */
record TieMove(InternalRow row) {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, from_state STRING, to_state STRING, \
          trigger_channel STRING, days INT, moves BIGINT, first_date DATE, last_date DATE""");

  static final String DAYS = "days";

  static final String[] ORDER = {
    COMMUNITY_ID, WEEK_DATE, FROM_STATE, TO_STATE, TRIGGER_CHANNEL, DAYS
  };

  /** Days stay null where a side is outside. */
  record Kind(int week, UTF8String from, UTF8String to, UTF8String channel, Integer days) {
    InternalRow row(TieEntry origin, long moves) {
      return new GenericInternalRow(
          new Object[] {
            origin.communityId(),
            week,
            from,
            to,
            channel,
            days,
            moves,
            origin.firstDay(),
            origin.lastDay()
          });
    }
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  int week() {
    return row.getInt(1);
  }

  UTF8String from() {
    return row.getUTF8String(2);
  }

  UTF8String to() {
    return row.getUTF8String(3);
  }

  UTF8String channel() {
    return row.getUTF8String(4);
  }

  /** From the first day in one state to the first in the other; -1 where a side is outside. */
  int days() {
    return row.isNullAt(5) ? -1 : row.getInt(5);
  }

  long moves() {
    return row.getLong(6);
  }

  int firstDay() {
    return row.getInt(7);
  }

  int lastDay() {
    return row.getInt(8);
  }

  boolean isSameCell(TieMove other) {
    return week() == other.week()
        && from().equals(other.from())
        && to().equals(other.to())
        && channel().equals(other.channel());
  }
}
