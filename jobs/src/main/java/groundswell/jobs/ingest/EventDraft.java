package groundswell.jobs.ingest;

import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One event on its way to a row of {@code core.event}; reused for the next one. Values stand by
 * column, as Spark's internal types; ids are raw until {@link Pseudonyms} replaces them. Not for
 * two threads at once.
 */
final class EventDraft {
  private final Object[] values = new Object[Vocabulary.released().width()];
  private EventKind kind;
  private Reason reason;
  private String detail;
  private boolean isErased;

  void clear() {
    Arrays.fill(values, null);
    kind = null;
    reason = null;
    detail = null;
    isErased = false;
  }

  /** Row in the order of the columns; the draft's own array. */
  Object[] values() {
    return values;
  }

  UTF8String text(int index) {
    return (UTF8String) values[index];
  }

  EventKind kind() {
    return kind;
  }

  void become(EventKind newKind) {
    kind = newKind;
  }

  /** Notes a fault; of several the one that comes first in {@link Reason} stays. */
  void refuse(Reason newReason, String newDetail) {
    if (reason == null || newReason.compareTo(reason) < 0) {
      reason = newReason;
      detail = newDetail;
    }
  }

  /** Notes that the event is an erased member's. */
  void erase() {
    isErased = true;
  }

  /** True when nothing of the event may be kept. */
  boolean isErased() {
    return isErased;
  }

  boolean isRefused() {
    return reason != null;
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
