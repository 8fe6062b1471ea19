package groundswell.jobs.tables;

import groundswell.jobs.lineage.ColumnLineage;
import groundswell.jobs.lineage.LineageFile;
import groundswell.jobs.lineage.LineageRun;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A manifest as lineage: what the run read and wrote, and which columns come from which. */
final class RunLineage {
  private RunLineage() {}

  static LineageFile of(Path warehouse, RunManifest manifest, Map<Table, ColumnLineage> columns) {
    return LineageFile.of(
        warehouse,
        new LineageRun(
            manifest.id(),
            manifest.run().stage(),
            manifest.started(),
            manifest.ended(),
            manifest.origin().programVersion(),
            read(manifest),
            takenIn(manifest),
            outputs(manifest, columns)));
  }

  /** After a rewrite of files a run is keyed by older snapshots than those that it reads. */
  private static Map<Table, Long> read(RunManifest manifest) {
    Map<Table, Long> read = new TreeMap<>(manifest.run().inputs());
    read.replaceAll((table, id) -> manifest.published().getOrDefault(table, id));
    return read;
  }

  private static List<LineageRun.TakenIn> takenIn(RunManifest manifest) {
    return manifest.run().sources().stream()
        .map(source -> new LineageRun.TakenIn(Path.of(source.input()), source.filesHash()))
        .toList();
  }

  private static Map<Table, LineageRun.Output> outputs(
      RunManifest manifest, Map<Table, ColumnLineage> columns) {
    Map<Table, LineageRun.Output> outputs = new TreeMap<>();
    manifest
        .written()
        .forEach(
            (table, written) ->
                outputs.put(
                    table,
                    new LineageRun.Output(
                        written.snapshotId(),
                        written.added(),
                        columns.getOrDefault(table, ColumnLineage.UNKNOWN))));
    return outputs;
  }
}
