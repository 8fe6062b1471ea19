package groundswell.jobs.ingest;

import java.util.Arrays;

/**
 * One row as a reader hands it on; reused for the next one. Values stand by declared column, as
 * Spark's internal types.
 */
final class SourceRow {
  private final Object[] values;
  private long number;
  private Reason reason;
  private String detail;
  private byte[] raw;

  SourceRow(int width) {
    values = new Object[width];
  }

  /** Forgets the row before; {@code newNumber} is the line or record, from 1. */
  void begin(long newNumber) {
    Arrays.fill(values, null);
    number = newNumber;
    reason = null;
    detail = null;
    raw = null;
  }

  Object[] values() {
    return values;
  }

  long number() {
    return number;
  }

  /** Notes that the row cannot be read; {@code bytes} of it are kept without anything personal. */
  void refuse(Reason newReason, String newDetail, byte[] bytes) {
    reason = newReason;
    detail = newDetail;
    raw = bytes;
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

  /** Bytes of a row that could not be read; null when it could. */
  byte[] raw() {
    return raw;
  }
}
