package groundswell.jobs.marts.ties;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Spans in, in any order; one row per community, kind and day of change out. */
final class TieChanges {
  private final Map<Turn, Long> changes = new HashMap<>();

  /** A day on which spans of a kind begin or end. */
  private record Turn(UTF8String communityId, UTF8String what, int day) {}

  private TieChanges() {}

  static Iterator<InternalRow> of(Iterator<InternalRow> spans) {
    TieChanges sums = new TieChanges();
    spans.forEachRemaining(span -> sums.take(new TieSpan(span)));
    return sums.rows();
  }

  /** Spark hands out the same row again and again, so what is kept of it is copied. */
  private void take(TieSpan span) {
    UTF8String communityId = span.communityId().copy();
    UTF8String what = span.what().copy();
    changes.merge(new Turn(communityId, what, span.fromDay()), 1L, Long::sum);
    if (span.isEnded()) {
      changes.merge(new Turn(communityId, what, span.toDay()), -1L, Long::sum);
    }
  }

  private Iterator<InternalRow> rows() {
    return changes.entrySet().stream()
        .map(
            entry -> {
              Turn turn = entry.getKey();
              return TieChange.of(turn.communityId, turn.what, turn.day, entry.getValue()).row();
            })
        .iterator();
  }
}
