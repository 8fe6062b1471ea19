package groundswell.jobs.marts.service;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;

/** What one channel's desk came to on one day. */
final class DeskDay {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, event_date DATE, channel STRING, tickets BIGINT, \
          answered_tickets BIGINT, first_response_seconds_p50 BIGINT, \
          first_response_seconds_p90 BIGINT, closed_tickets BIGINT, resolution_seconds_p50 BIGINT, \
          resolution_seconds_p90 BIGINT, scored_tickets BIGINT, score_sum BIGINT, \
          touches_by_staff BIGINT, founder_touches BIGINT, active_staff BIGINT, \
          active_founders BIGINT""");

  private final DeskEntry first;
  private final Waits responses = new Waits();
  private final Waits resolutions = new Waits();
  private final Set<Integer> staff = new HashSet<>();
  private final Set<Integer> founders = new HashSet<>();
  private long tickets;
  private long scored;
  private long scores;
  private long touches;
  private long founderTouches;

  DeskDay(DeskEntry first) {
    this.first = first;
  }

  void take(DeskEntry entry) {
    if (entry.isTicket()) {
      open(entry);
    } else {
      touch(entry);
    }
  }

  private void open(DeskEntry ticket) {
    tickets++;
    if (ticket.isAnswered()) {
      responses.add(ticket.responseSeconds());
    }
    if (ticket.isClosed()) {
      resolutions.add(ticket.resolutionSeconds());
    }
    if (ticket.isScored()) {
      scored++;
      scores += ticket.score();
    }
  }

  private void touch(DeskEntry touch) {
    touches++;
    staff.add(touch.staff());
    if (touch.isByFounder()) {
      founderTouches++;
      founders.add(touch.staff());
    }
  }

  InternalRow row() {
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          first.date(),
          first.channel(),
          tickets,
          responses.count(),
          responses.percentile(50),
          responses.percentile(90),
          resolutions.count(),
          resolutions.percentile(50),
          resolutions.percentile(90),
          scored,
          scores,
          touches,
          founderTouches,
          (long) staff.size(),
          (long) founders.size()
        });
  }
}
