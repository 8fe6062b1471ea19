package groundswell.schemas;

import java.util.List;

/**
 * One table of a publication.
 *
 * @param metadata Iceberg metadata file, relative to the warehouse
 * @param snapshotId Iceberg snapshot
 * @param rows rows in the table
 * @param files current data files, relative to the warehouse, sorted
 */
public record PublishedTable(
    String metadata, long snapshotId, long rows, String contractVersion, List<String> files) {
  public PublishedTable {
    files = files.stream().sorted().toList();
  }

  /** The same rows and files, described by another metadata file and snapshot. */
  public PublishedTable at(String newMetadata, long newSnapshotId) {
    return new PublishedTable(newMetadata, newSnapshotId, rows, contractVersion, files);
  }
}
