package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Events in, launch by launch, stock first and then second by second; one row per launch out. */
final class Launches extends FoldedRows {
  Launches(Iterator<InternalRow> events) {
    super(events);
  }

  @Override
  protected List<InternalRow> fold() {
    LaunchEvent first = new LaunchEvent(upcoming());
    LaunchTally tally = new LaunchTally(first);
    giveWhile(
        row -> first.isSameLaunch(new LaunchEvent(row)), row -> tally.take(new LaunchEvent(row)));
    return List.of(tally.row());
  }
}
