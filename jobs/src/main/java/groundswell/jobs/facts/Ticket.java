package groundswell.jobs.facts;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;

/** The history of one ticket, of its events in the order of time. */
final class Ticket {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, ticket_id STRING, event_date DATE, period DATE, member_number INT, \
          channel STRING, topic STRING, opened_ts TIMESTAMP, first_reply_ts TIMESTAMP, \
          first_reply_kind STRING, first_reply_number INT, replies BIGINT, closed_ts TIMESTAMP, \
          closed_date DATE, score INT""");

  private final TicketEvent first;
  private TicketEvent opening;
  private TicketEvent firstReply;
  private long replies;
  private TicketEvent closing;
  private Integer judgement;

  Ticket(List<TicketEvent> events) {
    first = events.get(0);
    for (TicketEvent event : events) {
      if (opening == null && event.is(TicketEvent.OPENED)) {
        opening = event;
      }
    }
    events.stream()
        .filter(event -> opening == null || event.micros() >= opening.micros())
        .forEach(this::tell);
  }

  private void tell(TicketEvent event) {
    if (event.isAnswerTo(opening)) {
      firstReply = firstReply == null ? event : firstReply;
      replies++;
    } else if (event.is(TicketEvent.CLOSED)) {
      closing = event;
    } else if (event.is(TicketEvent.JUDGED)) {
      judgement = event.score() == null ? judgement : event.score();
    }
  }

  InternalRow row() {
    TicketEvent origin = opening == null ? first : opening;
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          first.ticketId(),
          origin.date(),
          origin.period(),
          opening == null ? null : opening.actor(),
          origin.channel(),
          origin.topic(),
          micros(opening),
          micros(firstReply),
          firstReply == null ? null : firstReply.actorKind(),
          firstReply == null ? null : firstReply.actor(),
          replies,
          micros(closing),
          closing == null ? null : closing.date(),
          judgement == null && closing != null ? closing.score() : judgement
        });
  }

  private static Long micros(TicketEvent event) {
    return event == null ? null : Long.valueOf(event.micros());
  }
}
