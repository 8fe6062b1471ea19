package groundswell.planning.store;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.time.Duration;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;

/**
 * The tag of a publication on its tables. It ages out 30 days after the publication, as the tags of
 * the stages on Spark do; Iceberg counts its age from the snapshot, which may be older.
 */
final class PublicationTag {
  private static final Duration KEPT = Duration.ofDays(30);

  private PublicationTag() {}

  /** Adds to other changes of a table that the snapshot has the tag. */
  static ManageSnapshots on(
      org.apache.iceberg.Table table,
      Snapshot snapshot,
      ManageSnapshots manage,
      Publication publication) {
    String name = publication.tag();
    long id = snapshot.snapshotId();
    ManageSnapshots tagged =
        table.refs().containsKey(name) ? manage.replaceTag(name, id) : manage.createTag(name, id);
    long age = publication.publishedAt().plus(KEPT).toEpochMilli() - snapshot.timestampMillis();
    return tagged.setMaxRefAgeMs(name, Math.max(1, age));
  }

  /** Tags a table that the publication takes over as it is. */
  static PublishedTable tagged(
      Warehouse warehouse, Table name, PublishedTable state, Publication publication) {
    org.apache.iceberg.Table table = warehouse.catalog().loadTable(Warehouse.identifier(name));
    Snapshot snapshot = table.snapshot(state.snapshotId());
    on(table, snapshot, table.manageSnapshots(), publication).commit();
    String metadata = ((HasTableOperations) table).operations().current().metadataFileLocation();
    return state.at(warehouse.relative(metadata), state.snapshotId());
  }
}
