package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tickets of the service desk and what became of them. Grain: one row per (community_id,
 * ticket_id). Contract: {@code contracts/core.fact_ticket.odcs.yaml}.
 */
public final class TicketFact {
  private static final Object[] TYPES = {
    TicketEvent.OPENED, TicketEvent.REPLIED, TicketEvent.CLOSED, TicketEvent.JUDGED
  };

  private TicketFact() {}

  /** Builds the fact from the numbered events of whole communities. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Dataset<Row> ticketByTicket =
        events
            .filter(col(EVENT_TYPE).isin(TYPES))
            .select(TicketEvent.columns())
            .filter(col(TICKET_ID).isNotNull())
            .repartition(col(TICKET_ID), col(COMMUNITY_ID))
            .sortWithinPartitions(TICKET_ID, COMMUNITY_ID, EVENT_TS, EVENT_ID);
    return Fold.partitions(ticketByTicket, Ticket.SCHEMA, Tickets::new);
  }
}
