package groundswell.jobs.marts.service;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Tickets and touches in, day by day and channel by channel; the days of the desk out. */
final class DeskDays extends FoldedRows {
  DeskDays(Iterator<InternalRow> entries) {
    super(entries);
  }

  @Override
  protected List<InternalRow> fold() {
    DeskEntry first = new DeskEntry(upcoming());
    DeskDay day = new DeskDay(first);
    giveWhile(row -> first.isSameDay(new DeskEntry(row)), row -> day.take(new DeskEntry(row)));
    return List.of(day.row());
  }
}
