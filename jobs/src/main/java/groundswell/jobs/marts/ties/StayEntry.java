package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.MemberRow;
import groundswell.jobs.marts.measure.WeeklyMoves;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A stay of a member in a tie state, or something else that is known of the member from a day on.
 * After the member the row has that day, what is known, the day after the stay, and the first and
 * last day of the community.
 */
interface StayEntry extends MemberRow {
  /** First day of the stay, or the day of what else is known [days since 1970]. */
  default int day() {
    return row().getInt(2);
  }

  /** The tie state, or what else is known. */
  default UTF8String what() {
    return row().getUTF8String(3);
  }

  default WeeklyMoves.Stay asStay() {
    int until = row().isNullAt(4) ? WeeklyMoves.NO_END : row().getInt(4);
    return new WeeklyMoves.Stay(day(), until, what());
  }

  default int firstDay() {
    return row().getInt(5);
  }

  default int lastDay() {
    return row().getInt(6);
  }
}
