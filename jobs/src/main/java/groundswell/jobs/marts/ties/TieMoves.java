package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Stays and activity in, member by member; the moves of a community out, equal ones counted. */
final class TieMoves extends FoldedRows {
  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  TieMoves(Iterator<InternalRow> deeds) {
    super(deeds);
  }

  @Override
  protected List<InternalRow> fold() {
    UTF8String community = new TieEntry(upcoming()).communityId();
    Map<TieMove.Kind, Long> counts = new HashMap<>();
    TieEntry origin = null;
    while (upcoming() != null && new TieEntry(upcoming()).communityId().equals(community)) {
      TieEntry stay = countMember(counts);
      origin = stay == null ? origin : stay;
    }
    List<InternalRow> rows = new ArrayList<>();
    for (Map.Entry<TieMove.Kind, Long> count : counts.entrySet()) {
      rows.add(count.getKey().row(origin, count.getValue()));
    }
    return rows;
  }

  /** Returns a stay of the member; null for activity of somebody who does not count. */
  private TieEntry countMember(Map<TieMove.Kind, Long> counts) {
    List<WeeklyMoves.Stay> stays = new ArrayList<>();
    Map<Integer, TieEntry> busiest = new HashMap<>();
    TieEntry origin = takeMember(stays, busiest);
    if (origin != null) {
      for (var move : WeeklyMoves.of(stays, origin.firstDay(), origin.lastDay())) {
        counts.merge(kind(move, busiest.get(move.day())), 1L, Long::sum);
      }
    }
    return origin;
  }

  /** Fills in the stays of the member, and by day where most was done. */
  private TieEntry takeMember(List<WeeklyMoves.Stay> stays, Map<Integer, TieEntry> busiest) {
    TieEntry first = new TieEntry(upcoming());
    TieEntry origin = null;
    while (upcoming() != null && first.isOfMember(new TieEntry(upcoming()))) {
      TieEntry deed = new TieEntry(take());
      if (deed.isActivity()) {
        // channels come sorted by name: the first of equals stays
        busiest.merge(deed.day(), deed, (a, b) -> b.events() > a.events() ? b : a);
      } else {
        stays.add(deed.asStay());
        origin = deed;
      }
    }
    return origin;
  }

  private static TieMove.Kind kind(WeeklyMoves.Move move, TieEntry trigger) {
    WeeklyMoves.Stay before = move.before();
    WeeklyMoves.Stay after = move.after();
    boolean isInside = before != null && after != null;
    return new TieMove.Kind(
        move.week(),
        before == null ? TieOrder.OUTSIDE : before.state(),
        after == null ? TieOrder.OUTSIDE : after.state(),
        trigger == null ? UNKNOWN : trigger.what(),
        isInside ? Integer.valueOf(after.from() - before.from()) : null);
  }
}
