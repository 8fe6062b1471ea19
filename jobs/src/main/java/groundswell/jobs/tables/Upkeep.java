package groundswell.jobs.tables;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.StorageFault;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.spark.sql.SparkSession;

/**
 * Takes away what no reader of the published tables needs: branches of runs that ended, snapshots
 * that were replaced, files that nothing names. What is published stays as it is. The caller holds
 * the warehouse's lock.
 */
public final class Upkeep {
  private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final Path warehouse;
  private final Catalogue catalogue;
  private final Clock clock;

  private Upkeep(Path warehouse, Catalogue catalogue, Clock clock) {
    this.warehouse = warehouse;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The upkeep of a warehouse. */
  public static Upkeep of(SparkSession spark, Path warehouse, Clock clock) {
    return new Upkeep(
        warehouse.toAbsolutePath().normalize(), Catalogue.open(spark, warehouse), clock);
  }

  /**
   * Expires snapshots and removes files, but nothing younger than an instant; readers that opened
   * the tables after it go on undisturbed.
   */
  public Removed removeOlderThan(Instant instant) {
    return remove(instant, table -> {});
  }

  private Removed remove(Instant instant, Consumer<org.apache.iceberg.Table> prepare) {
    Publication publication = Publication.read(warehouse);
    Publication next = publication.next("maintain", clock.instant(), Optional.empty());
    Map<Table, PublishedTable> kept = new TreeMap<>();
    Removed removed = Removed.NOTHING;
    for (Map.Entry<Table, PublishedTable> entry : publication.tables().entrySet()) {
      org.apache.iceberg.Table table = catalogue.load(entry.getKey());
      PublishedTable state = entry.getValue();
      release(table, state.snapshotId(), instant);
      prepare.accept(table);
      removed = removed.plus(expire(table, instant));
      removed = removed.plus(removeOrphans(table, instant));
      tag(table, PublicationTag.of(next));
      kept.put(entry.getKey(), state.at(metadata(table), table.currentSnapshot().snapshotId()));
    }
    next.with(kept).write(warehouse);
    return removed;
  }

  /**
   * The same whatever its age, and what the tables remember of removed files. Readers at work may
   * lose the files they read; each stage builds everything anew when it runs next.
   */
  public Removed removeAll() {
    return remove(END_OF_TIME, Upkeep::forgetRemovedFiles);
  }

  /** Snapshots that stand beside the published ones, and branches and tags that name them. */
  public long surplus() {
    return Publication.read(warehouse).tables().keySet().stream()
        .map(catalogue::load)
        .mapToLong(table -> count(table.snapshots()) - 1 + olderNames(table))
        .sum();
  }

  private static long olderNames(org.apache.iceberg.Table table) {
    long current = table.currentSnapshot().snapshotId();
    return table.refs().values().stream().filter(ref -> ref.snapshotId() != current).count();
  }

  private static void tag(org.apache.iceberg.Table table, PublicationTag tag) {
    tag.on(table, table.currentSnapshot(), table.manageSnapshots()).commit();
  }

  /**
   * Drops branches and the tags of older publications, and what a run that died while it published
   * left on the main line.
   */
  private static void release(org.apache.iceberg.Table table, long published, Instant instant) {
    ManageSnapshots manage = table.manageSnapshots();
    for (Map.Entry<String, SnapshotRef> ref : new TreeMap<>(table.refs()).entrySet()) {
      String name = ref.getKey();
      if (ref.getValue().isTag()) {
        boolean stays =
            PublicationTag.publishedAt(table, name).filter(at -> !at.isBefore(instant)).isPresent();
        manage = stays ? manage : manage.removeTag(name);
      } else if (!name.equals(SnapshotRef.MAIN_BRANCH)) {
        manage = manage.removeBranch(name);
      }
    }
    if (table.currentSnapshot().snapshotId() != published) {
      manage = manage.setCurrentSnapshot(published);
    }
    manage.commit();
  }

  /** The manifest of a write lists the files that it removed, with the bounds of their columns. */
  private static void forgetRemovedFiles(org.apache.iceberg.Table table) {
    boolean lists =
        table.currentSnapshot().allManifests(table.io()).stream()
            .anyMatch(ManifestFile::hasDeletedFiles);
    if (lists) {
      table.rewriteManifests().clusterBy(file -> "all").commit();
      table.refresh();
    }
  }

  private static Removed expire(org.apache.iceberg.Table table, Instant instant) {
    long before = count(table.snapshots());
    table
        .expireSnapshots()
        .expireOlderThan(instant.toEpochMilli())
        .retainLast(1)
        .cleanExpiredFiles(true)
        .commit();
    table.refresh();
    return new Removed(before - count(table.snapshots()), 0, 0);
  }

  private Removed removeOrphans(org.apache.iceberg.Table table, Instant instant) {
    Set<Path> named = named(table);
    Removed removed = Removed.NOTHING;
    try (Stream<Path> files = Files.walk(LocalFiles.path(table.location()))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!named.contains(file)
            && Files.getLastModifiedTime(file).toInstant().isBefore(instant)) {
          removed = removed.plus(new Removed(0, 1, Files.size(file)));
          Files.delete(file);
        }
      }
    } catch (IOException fault) {
      throw StorageFault.of("remove files of " + table.location(), fault);
    }
    return removed;
  }

  private static Set<Path> named(org.apache.iceberg.Table table) {
    Set<Path> named = new HashSet<>();
    ReachableFileUtil.metadataFileLocations(table, false)
        .forEach(location -> named.add(LocalFiles.path(location)));
    ReachableFileUtil.statisticsFilesLocations(table)
        .forEach(location -> named.add(LocalFiles.path(location)));
    Snapshots snapshots = new Snapshots(table);
    for (Snapshot snapshot : table.snapshots()) {
      named.add(LocalFiles.path(snapshot.manifestListLocation()));
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        named.add(LocalFiles.path(manifest.path()));
      }
      snapshots
          .files(snapshot.snapshotId())
          .forEach(file -> named.add(LocalFiles.path(file.location())));
    }
    return named;
  }

  private String metadata(org.apache.iceberg.Table table) {
    String location = ((HasTableOperations) table).operations().refresh().metadataFileLocation();
    return warehouse.relativize(LocalFiles.path(location)).toString();
  }

  private static long count(Iterable<?> items) {
    long count = 0;
    for (Object ignored : items) {
      count++;
    }
    return count;
  }

  /** What was taken away; bytes are those of files that nothing named. */
  public record Removed(long snapshots, long orphanFiles, long orphanBytes) {
    static final Removed NOTHING = new Removed(0, 0, 0);

    Removed plus(Removed more) {
      return new Removed(
          snapshots + more.snapshots,
          orphanFiles + more.orphanFiles,
          orphanBytes + more.orphanBytes);
    }
  }
}
