package groundswell.jobs.tables;

/**
 * What a run did to one table, from the metrics of its commits.
 *
 * @param added rows written
 * @param removed rows replaced
 * @param total rows in the table now
 */
public record Written(long snapshotId, long added, long removed, long total) {}
