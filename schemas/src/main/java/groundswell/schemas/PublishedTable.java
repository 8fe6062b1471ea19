package groundswell.schemas;

import java.util.List;

/**
 * One table of a publication.
 *
 * @param metadata Iceberg metadata file, relative to the warehouse
 * @param snapshotId Iceberg snapshot
 * @param sameRowsAs an earlier snapshot of which this one is a rewrite with the same rows, else
 *     itself: what was made of that one need not be made again
 * @param rows rows in the table
 * @param files current data files, relative to the warehouse, sorted
 */
public record PublishedTable(
    String metadata,
    long snapshotId,
    long sameRowsAs,
    long rows,
    String contractVersion,
    List<String> files) {
  public PublishedTable {
    files = files.stream().sorted().toList();
  }

  /** A table in a state of its own. */
  public PublishedTable(
      String metadata, long snapshotId, long rows, String contractVersion, List<String> files) {
    this(metadata, snapshotId, snapshotId, rows, contractVersion, files);
  }

  /** The same rows and files, described by another metadata file and maybe another snapshot. */
  public PublishedTable at(String newMetadata, long newSnapshotId) {
    long same = newSnapshotId == snapshotId ? sameRowsAs : newSnapshotId;
    return new PublishedTable(newMetadata, newSnapshotId, same, rows, contractVersion, files);
  }

  /** The same rows in other files. */
  public PublishedTable rewritten(String newMetadata, long newSnapshotId, List<String> newFiles) {
    return new PublishedTable(
        newMetadata, newSnapshotId, sameRowsAs, rows, contractVersion, newFiles);
  }
}
