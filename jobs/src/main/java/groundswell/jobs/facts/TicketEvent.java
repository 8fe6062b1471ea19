package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One event of a ticket: its row has {@link #columns}. */
record TicketEvent(InternalRow row) {
  static final String OPENED = "service_ticket_opened";
  static final String REPLIED = "service_replied";
  static final String CLOSED = "service_closed";
  static final String JUDGED = "csat_answered";

  private static final UTF8String BOT = UTF8String.fromString("bot");

  static Column[] columns() {
    return new Column[] {
      coalesce(col(TICKET_ID), col(OBJECT_ID)).as(TICKET_ID),
      col(COMMUNITY_ID),
      col(EVENT_TS),
      col(EVENT_ID),
      col(EVENT_TYPE),
      col(EVENT_DATE),
      col(PERIOD),
      col(ACTOR_NUMBER),
      coalesce(col(ACTOR_KIND), lit("unknown")).as(ACTOR_KIND),
      coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
      col(TOPIC),
      col(SCORE)
    };
  }

  UTF8String ticketId() {
    return row.getUTF8String(0);
  }

  UTF8String communityId() {
    return row.getUTF8String(1);
  }

  /** Instant [micros since 1970]. */
  long micros() {
    return row.getLong(2);
  }

  boolean is(String eventType) {
    return row.getUTF8String(4).equals(UTF8String.fromString(eventType));
  }

  /** Local business day [days since 1970]. */
  int date() {
    return row.getInt(5);
  }

  /** First day of the storage period [days since 1970]. */
  int period() {
    return row.getInt(6);
  }

  /** Null when nobody is known. */
  Integer actor() {
    return number(7);
  }

  UTF8String actorKind() {
    return row.getUTF8String(8);
  }

  UTF8String channel() {
    return row.getUTF8String(9);
  }

  /** Null when none is named. */
  UTF8String topic() {
    return row.getUTF8String(10);
  }

  /** Null when nobody judged. */
  Integer score() {
    return number(11);
  }

  boolean isOfTicket(TicketEvent other) {
    return ticketId().equals(other.ticketId()) && communityId().equals(other.communityId());
  }

  /**
   * A reply is an answer unless a bot gave it or who opened the ticket; a reply by somebody whom
   * the source forgot is an answer, unless it forgot both.
   */
  boolean isAnswerTo(TicketEvent opening) {
    boolean isOwn = opening != null && Objects.equals(actor(), opening.actor());
    return is(REPLIED) && !isOwn && !actorKind().equals(BOT);
  }

  private Integer number(int place) {
    return row.isNullAt(place) ? null : Integer.valueOf(row.getInt(place));
  }
}
