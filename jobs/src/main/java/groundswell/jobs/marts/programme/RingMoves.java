package groundswell.jobs.marts.programme;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;

/** Versions of members in, member by member; the moves of a community out, equal ones counted. */
final class RingMoves extends FoldedRows {
  RingMoves(Iterator<InternalRow> versions) {
    super(versions);
  }

  @Override
  protected List<InternalRow> fold() {
    RingVersion first = new RingVersion(upcoming());
    Map<RingMove.Kind, Long> counts = new HashMap<>();
    while (upcoming() != null
        && new RingVersion(upcoming()).communityId().equals(first.communityId())) {
      for (WeeklyMoves.Move move :
          WeeklyMoves.of(stays(new RingVersion(upcoming())), first.firstDay(), first.lastDay())) {
        counts.merge(RingMove.Kind.of(move), 1L, Long::sum);
      }
    }
    List<InternalRow> rows = new ArrayList<>();
    counts.forEach((kind, moves) -> rows.add(kind.row(first, moves)));
    return rows;
  }

  private List<WeeklyMoves.Stay> stays(RingVersion first) {
    List<RingVersion> versions = new ArrayList<>();
    giveWhile(
        row -> first.isOfMember(new RingVersion(row)), row -> versions.add(new RingVersion(row)));
    List<WeeklyMoves.Stay> stays = new ArrayList<>();
    for (int place = 0; place < versions.size(); place++) {
      RingVersion next = place + 1 < versions.size() ? versions.get(place + 1) : null;
      WeeklyMoves.Stay stay = versions.get(place).stayUntil(next);
      if (stay.from() < stay.until()) {
        stays.add(stay);
      }
    }
    return stays;
  }
}
