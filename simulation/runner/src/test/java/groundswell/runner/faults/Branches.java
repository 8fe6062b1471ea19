package groundswell.runner.faults;

import groundswell.jobs.tables.LocalFiles;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;

/** What the published metadata of tables shows beside what is published. */
final class Branches {
  private Branches() {}

  /** Main lines that are elsewhere, and branches that no run is at work on. */
  static List<String> leftOver(Path warehouse) {
    List<String> left = new ArrayList<>();
    Publication.read(warehouse)
        .tables()
        .forEach(
            (table, state) -> collect(table.fullName(), metadata(warehouse, state), state, left));
    return left;
  }

  private static TableMetadata metadata(Path warehouse, PublishedTable state) {
    return TableMetadataParser.read(
        new LocalFiles().newInputFile(warehouse.resolve(state.metadata()).toString()));
  }

  private static void collect(
      String table, TableMetadata metadata, PublishedTable state, List<String> left) {
    if (metadata.currentSnapshot().snapshotId() != state.snapshotId()) {
      left.add(table + ": its main line is not what is published");
    }
    for (Map.Entry<String, SnapshotRef> ref : metadata.refs().entrySet()) {
      if (ref.getValue().isBranch() && !ref.getKey().equals(SnapshotRef.MAIN_BRANCH)) {
        left.add(table + ": branch " + ref.getKey() + " is left");
      }
    }
  }
}
