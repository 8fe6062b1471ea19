package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Weeks of edges in, one row per pair out. Comes sorted by pair, channel, direction and week: low,
 * high, community, channel, source, week [days since 1970], weight [contacts], first and last
 * interaction [micros], latest week of the community, half-life [days].
 */
final class TiePairs extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, low_number INT, high_number INT, as_of_week DATE, strength DOUBLE, \
          weight_low_to_high DOUBLE, weight_high_to_low DOUBLE, reciprocity DOUBLE, \
          channels_count BIGINT, weeks_active BIGINT, tie_class STRING, first_ts TIMESTAMP, \
          last_ts TIMESTAMP""");

  TiePairs(Iterator<InternalRow> edges) {
    super(edges);
  }

  @Override
  protected List<InternalRow> fold() {
    Pair pair = new Pair(upcoming());
    while (upcoming() != null && pair.holds(upcoming())) {
      pair.take(take(), upcoming());
    }
    return List.of(pair.row());
  }

  /** One pair while its edges go by; sums are whole millionths, so no order can show in them. */
  private static final class Pair {
    private final InternalRow origin;
    private final Set<Integer> weeks = new HashSet<>();
    private long upward;
    private long downward;
    private long channels;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private Pair(InternalRow origin) {
      this.origin = origin;
    }

    private boolean holds(InternalRow edge) {
      return edge.getInt(0) == origin.getInt(0)
          && edge.getInt(1) == origin.getInt(1)
          && edge.getUTF8String(2).equals(origin.getUTF8String(2));
    }

    /** Takes a week in; the last one of a directed edge and channel brings its weight. */
    private void take(InternalRow week, InternalRow after) {
      weeks.add(week.getInt(5));
      first = Math.min(first, week.getLong(7));
      last = Math.max(last, week.getLong(8));
      boolean isLast = after == null || !holds(after);
      boolean endsChannel = isLast || !after.getUTF8String(3).equals(week.getUTF8String(3));
      channels += endsChannel ? 1 : 0;
      if (endsChannel || after.getInt(4) != week.getInt(4)) {
        addWeight(week);
      }
    }

    private void addWeight(InternalRow week) {
      double millionths = Math.rint(week.getDouble(6) * Decay.MILLION);
      int idleDays = week.getInt(9) - week.getInt(5);
      long faded = (long) Decay.later(millionths, idleDays, week.getInt(10));
      if (week.getInt(4) == week.getInt(0)) {
        upward += faded;
      } else {
        downward += faded;
      }
    }

    private InternalRow row() {
      double up = upward / Decay.MILLION;
      double down = downward / Decay.MILLION;
      double strength = (upward + downward) / Decay.MILLION;
      return new GenericInternalRow(
          new Object[] {
            origin.getUTF8String(2),
            origin.getInt(0),
            origin.getInt(1),
            origin.getInt(9),
            strength,
            up,
            down,
            TieClass.reciprocity(upward, downward),
            channels,
            (long) weeks.size(),
            UTF8String.fromString(TieClass.of(upward, downward).text()),
            first,
            last
          });
    }
  }
}
