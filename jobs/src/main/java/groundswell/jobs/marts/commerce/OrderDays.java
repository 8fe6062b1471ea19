package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;

/** Order lines in, day by day; the totals of each part of a day out. Holds one day at a time. */
final class OrderDays extends FoldedRows {
  OrderDays(Iterator<InternalRow> lines) {
    super(lines);
  }

  @Override
  protected List<InternalRow> fold() {
    int day = new SoldLine(upcoming()).orderDate();
    Map<SoldLine.Grain, OrderTotals> totals = new HashMap<>();
    giveWhile(
        row -> new SoldLine(row).orderDate() == day,
        row -> {
          SoldLine line = new SoldLine(row);
          totals.computeIfAbsent(line.grain(), OrderTotals::new).take(line);
        });
    return totals.values().stream().map(OrderTotals::row).toList();
  }
}
