package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Money and members in, month by month; what services earned in each out. */
final class ArpuMonths extends FoldedRows {
  ArpuMonths(Iterator<InternalRow> entries) {
    super(entries);
  }

  @Override
  protected List<InternalRow> fold() {
    ArpuEntry first = new ArpuEntry(upcoming());
    ArpuMonth month = new ArpuMonth(first);
    giveWhile(row -> first.isSameMonth(new ArpuEntry(row)), row -> month.take(new ArpuEntry(row)));
    return month.rows();
  }
}
