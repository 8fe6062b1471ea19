package groundswell.jobs.facts;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Events of the service desk in, ticket by ticket in the order of time; the tickets out. */
final class Tickets extends FoldedRows {
  Tickets(Iterator<InternalRow> events) {
    super(events);
  }

  @Override
  protected List<InternalRow> fold() {
    TicketEvent first = new TicketEvent(upcoming());
    List<InternalRow> events = takeWhile(row -> first.isOfTicket(new TicketEvent(row)));
    return List.of(new Ticket(events.stream().map(TicketEvent::new).toList()).row());
  }
}
