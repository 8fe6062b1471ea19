package groundswell.jobs.tables;

import static java.util.stream.Collectors.joining;

import java.sql.Timestamp;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A manifest as a row of meta.run. */
final class RunRow {
  private RunRow() {}

  static Row of(RunManifest manifest) {
    Run run = manifest.run();
    RunOrigin origin = manifest.origin();
    return RowFactory.create(
        manifest.id(),
        run.stage(),
        run.slice().text(),
        run.key(),
        run.configHash(),
        run.codeVersion(),
        run.inputsText(),
        outputs(manifest),
        Timestamp.from(manifest.started()),
        Timestamp.from(manifest.ended()),
        manifest.rowsOut(),
        origin.programVersion(),
        origin.gitRevision().orElse(null),
        run.sources().stream().map(RunRow::source).collect(joining(",")),
        manifest.base(),
        origin.eventSchemas(),
        pairs(origin.contracts(), ","),
        "",
        pairs(origin.spark(), "\n"));
  }

  private static String outputs(RunManifest manifest) {
    return manifest.outputs().entrySet().stream()
        .map(output -> output.getKey() + "=" + output.getValue().written().snapshotId())
        .collect(joining(","));
  }

  private static String source(RunSource source) {
    return source.mapping() + "=" + source.mappingHash();
  }

  private static String pairs(Map<?, String> entries, String separator) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(joining(separator));
  }
}
