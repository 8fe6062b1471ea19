package groundswell.jobs.facts;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Events of orders in, order by order; their lines out. */
final class OrderLines extends FoldedRows {
  OrderLines(Iterator<InternalRow> events) {
    super(events);
  }

  @Override
  protected List<InternalRow> fold() {
    OrderEvent first = new OrderEvent(upcoming());
    List<InternalRow> events = takeWhile(row -> first.isOfOrder(new OrderEvent(row)));
    return new OrderHistory(events.stream().map(OrderEvent::new)).lines();
  }
}
