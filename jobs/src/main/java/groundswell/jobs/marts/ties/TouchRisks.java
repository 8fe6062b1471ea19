package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Changes of strata in, kind of touch by kind, state by state, day by day; their risks out. */
final class TouchRisks extends FoldedRows {
  private static final UTF8String ALL = UTF8String.fromString("all");

  TouchRisks(Iterator<InternalRow> changes) {
    super(changes);
  }

  @Override
  protected List<InternalRow> fold() {
    TouchStratum first = new TouchStratum(upcoming());
    UTF8String kind = first.place().touchKind();
    List<InternalRow> rows = new ArrayList<>();
    TouchRisk all = new TouchRisk();
    while (upcoming() != null && first.isSameKind(new TouchStratum(upcoming()))) {
      UTF8String state = new TouchStratum(upcoming()).place().state();
      TouchRisk risk = ofState(first, state, all);
      if (risk.isTold()) {
        rows.add(risk.row(first.communityId(), kind, state));
      }
    }
    if (all.isTold()) {
      rows.add(all.row(first.communityId(), kind, ALL));
    }
    return rows;
  }

  /** Adds the days of the state to those of all as well. */
  private TouchRisk ofState(TouchStratum first, UTF8String state, TouchRisk all) {
    TouchRisk risk = new TouchRisk();
    TouchStratum.Change standing = new TouchStratum.Change(0, 0, 0, 0);
    while (isOf(first, state)) {
      TouchStratum.Change today = today(first);
      standing =
          new TouchStratum.Change(
              today.touched(),
              today.touchedUp(),
              standing.comparable() + today.comparable(),
              standing.comparableUp() + today.comparableUp());
      if (today.touched() > 0) {
        risk.take(standing);
        all.take(standing);
      }
    }
    return risk;
  }

  private boolean isOf(TouchStratum first, UTF8String state) {
    return upcoming() != null
        && first.isSameKind(new TouchStratum(upcoming()))
        && new TouchStratum(upcoming()).place().state().equals(state);
  }

  /** All changes of one state and day. */
  private TouchStratum.Change today(TouchStratum first) {
    TouchStratum.Place place = new TouchStratum(upcoming()).place();
    TouchStratum.Change sum = new TouchStratum.Change(0, 0, 0, 0);
    while (upcoming() != null
        && first.isSameKind(new TouchStratum(upcoming()))
        && new TouchStratum(upcoming()).place().equals(place)) {
      sum = sum.plus(new TouchStratum(take()).change());
    }
    return sum;
  }
}
