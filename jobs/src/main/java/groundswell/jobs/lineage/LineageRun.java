package groundswell.jobs.lineage;

import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run as the events tell of it.
 *
 * @param id name of the publication that the run made
 * @param inputs snapshots that it read
 * @param folders files that it took in
 */
public record LineageRun(
    String id,
    String stage,
    Instant started,
    Instant ended,
    String programVersion,
    Map<Table, Long> inputs,
    List<TakenIn> folders,
    Map<Table, Output> outputs) {

  public LineageRun {
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    folders = List.copyOf(folders);
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }

  /** A table as the run left it. */
  public record Output(long snapshotId, long rowsAdded, ColumnLineage columns) {}

  /** Files of a folder that a run took in, and the hash of their bytes. */
  public record TakenIn(Path folder, String hash) {}
}
