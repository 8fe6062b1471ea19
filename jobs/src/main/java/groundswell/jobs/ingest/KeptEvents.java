package groundswell.jobs.ingest;

import java.io.Serializable;

/**
 * Events of a block that are written, of one storage period.
 *
 * @param period its first day [days since 1970]
 */
record KeptEvents(int period, String sourceFile, EncodedEvents events) implements Serializable {}
