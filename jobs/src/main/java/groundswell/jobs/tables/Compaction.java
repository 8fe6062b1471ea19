package groundswell.jobs.tables;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the small files of each partition anew as few large ones, sorted as the table is. Rows
 * stay what they were, and no stage takes the new files for a change. The old files stay until they
 * expire, for readers at work. The caller holds the warehouse's lock.
 */
public final class Compaction {
  /** A file of three quarters of this is large enough. */
  private static final long TARGET_BYTES = 128L << 20;

  private final SparkSession spark;
  private final Path warehouse;
  private final Catalogue catalogue;
  private final Clock clock;

  private Compaction(SparkSession spark, Path warehouse, Catalogue catalogue, Clock clock) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The compaction of a warehouse. */
  public static Compaction of(SparkSession spark, Path warehouse, Clock clock) {
    Path folder = warehouse.toAbsolutePath().normalize();
    return new Compaction(spark, folder, Catalogue.open(spark, folder), clock);
  }

  /** Rewrites what is worth it, in all tables, and publishes them together. */
  public Rewritten run() {
    Publication publication = Publication.read(warehouse);
    Map<Table, PublishedTable> changed = new TreeMap<>();
    Rewritten rewritten = Rewritten.NOTHING;
    for (Map.Entry<Table, PublishedTable> entry : publication.tables().entrySet()) {
      org.apache.iceberg.Table table = catalogue.load(entry.getKey());
      Rewritten done = rewrite(table, entry.getValue());
      rewritten = rewritten.plus(done);
      if (done.tables() > 0) {
        table.refresh();
        changed.put(entry.getKey(), published(table, entry.getValue()));
      }
    }
    if (!changed.isEmpty()) {
      Publication next =
          publication.next("maintain", clock.instant(), Optional.empty()).with(changed);
      PublicationTag tag = PublicationTag.of(next);
      next.with(tag.onAll(next.tables(), catalogue, warehouse)).write(warehouse);
    }
    return rewritten;
  }

  private Rewritten rewrite(org.apache.iceberg.Table table, PublishedTable state) {
    if (table.currentSnapshot().snapshotId() != state.snapshotId()) {
      table.manageSnapshots().setCurrentSnapshot(state.snapshotId()).commit();
    }
    RewriteDataFiles action =
        SparkActions.get(spark)
            .rewriteDataFiles(table)
            .option(RewriteDataFiles.TARGET_FILE_SIZE_BYTES, String.valueOf(TARGET_BYTES))
            .option("min-input-files", "2");
    Snapshots.summaryOfRewrite(table.currentSnapshot()).forEach(action::snapshotProperty);
    RewriteDataFiles.Result result =
        (table.sortOrder().isSorted() ? action.sort() : action.binPack()).execute();
    int before = result.rewrittenDataFilesCount();
    return before == 0
        ? Rewritten.NOTHING
        : new Rewritten(1, before, result.addedDataFilesCount(), result.rewrittenBytesCount());
  }

  private PublishedTable published(org.apache.iceberg.Table table, PublishedTable state) {
    Snapshot current = table.currentSnapshot();
    List<String> files =
        new Snapshots(table)
            .files(current.snapshotId()).stream().map(file -> relative(file.location())).toList();
    String metadata = ((HasTableOperations) table).operations().current().metadataFileLocation();
    return state.rewritten(relative(metadata), current.snapshotId(), files);
  }

  private String relative(String location) {
    return warehouse.relativize(LocalFiles.path(location)).toString();
  }

  /**
   * What was done.
   *
   * @param filesBefore files that were rewritten
   * @param filesAfter files in their place
   * @param bytes size of the former
   */
  public record Rewritten(int tables, long filesBefore, long filesAfter, long bytes) {
    static final Rewritten NOTHING = new Rewritten(0, 0, 0, 0);

    Rewritten plus(Rewritten more) {
      return new Rewritten(
          tables + more.tables,
          filesBefore + more.filesBefore,
          filesAfter + more.filesAfter,
          bytes + more.bytes);
    }
  }
}
