package groundswell.jobs.tables;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;

/**
 * The tag of one publication, {@code pub_<name>}: a reader that opens every table at it sees the
 * state of one publication. Iceberg counts the age of a tag from its snapshot, which may be old, so
 * each is told to become as old as it will be when the publication has been kept long enough.
 */
record PublicationTag(String name, Instant publishedAt) {
  /** How long a publication can be read. */
  static final Duration KEPT = Duration.ofDays(30);

  static PublicationTag of(Publication publication) {
    return new PublicationTag(publication.tag(), publication.publishedAt());
  }

  /** Adds to other changes of a table that the snapshot has this tag. */
  ManageSnapshots on(org.apache.iceberg.Table table, Snapshot snapshot, ManageSnapshots manage) {
    long id = snapshot.snapshotId();
    ManageSnapshots tagged =
        table.refs().containsKey(name) ? manage.replaceTag(name, id) : manage.createTag(name, id);
    long age = publishedAt.plus(KEPT).toEpochMilli() - snapshot.timestampMillis();
    return tagged.setMaxRefAgeMs(name, Math.max(1, age));
  }

  /** Tags tables that a publication takes over as they are; how readers find them then. */
  Map<Table, PublishedTable> onAll(
      Map<Table, PublishedTable> tables, Catalogue catalogue, Path warehouse) {
    Map<Table, PublishedTable> tagged = new ConcurrentHashMap<>();
    Together.run(
        tables.entrySet(),
        entry ->
            tagged.put(
                entry.getKey(),
                onOne(catalogue.load(entry.getKey()), entry.getValue(), warehouse)));
    return tagged;
  }

  private PublishedTable onOne(
      org.apache.iceberg.Table table, PublishedTable state, Path warehouse) {
    on(table, table.snapshot(state.snapshotId()), table.manageSnapshots()).commit();
    String metadata = ((HasTableOperations) table).operations().current().metadataFileLocation();
    return state.at(warehouse.relativize(LocalFiles.path(metadata)).toString(), state.snapshotId());
  }

  /** When the publication was made of which a table has this tag; empty for other tags. */
  static Optional<Instant> publishedAt(org.apache.iceberg.Table table, String name) {
    SnapshotRef ref = table.refs().get(name);
    if (!ref.isTag() || !name.startsWith(Publication.TAG) || ref.maxRefAgeMs() == null) {
      return Optional.empty();
    }
    long end = table.snapshot(ref.snapshotId()).timestampMillis() + ref.maxRefAgeMs();
    return Optional.of(Instant.ofEpochMilli(end).minus(KEPT));
  }
}
