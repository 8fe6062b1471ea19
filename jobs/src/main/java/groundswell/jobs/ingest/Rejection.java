package groundswell.jobs.ingest;

import java.io.Serializable;

/**
 * Rows that became no event. Grain: one row of a file, but one per rule for ignored rows.
 *
 * @param period first day of the storage period it is filed under [days since 1970]
 * @param eventType null when it could not be read
 * @param eventId null when it could not be read
 * @param raw the row without anything personal; null for ignored rows
 * @param count rows it stands for
 */
record Rejection(
    String sourceFile,
    String sourceOffset,
    int period,
    String eventType,
    String eventId,
    Reason reason,
    String detail,
    byte[] raw,
    long count)
    implements Serializable {}
