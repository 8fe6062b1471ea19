package groundswell.jobs.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.schemas.AtomicFile;
import groundswell.schemas.StorageFault;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What a run was made from and what came of it: a row of meta.run and a file beside the tables. */
record RunRecord(String id, Run run, Instant started, Instant ended, Map<Table, Written> written) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The row of meta.run. */
  Row row() {
    return RowFactory.create(
        id,
        run.stage(),
        run.slice().text(),
        run.key(),
        run.configHash(),
        run.codeVersion(),
        run.inputsText(),
        outputsText(),
        Timestamp.from(started),
        Timestamp.from(ended),
        rowsOut());
  }

  /** Writes {@code publish/runs/<id>.json}. */
  void write(Path warehouse) {
    Path file = warehouse.resolve("publish").resolve("runs").resolve(id + ".json");
    try {
      AtomicFile.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json()));
    } catch (IOException fault) {
      throw StorageFault.of("write " + file, fault);
    }
  }

  private ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("run_id", id).put("stage", run.stage()).put("slice", run.slice().text());
    json.put("run_key", run.key());
    json.put("config_hash", run.configHash()).put("code_version", run.codeVersion());
    json.put("started_ts", started.toString()).put("ended_ts", ended.toString());
    ObjectNode inputs = json.putObject("inputs");
    run.inputs().forEach((table, id) -> inputs.put(table.fullName(), id));
    ObjectNode outputs = json.putObject("outputs");
    written.forEach((table, done) -> put(outputs.putObject(table.fullName()), done));
    return json;
  }

  private static void put(ObjectNode json, Written done) {
    json.put("snapshot_id", done.snapshotId());
    json.put("rows_added", done.added());
    json.put("rows_removed", done.removed());
    json.put("rows", done.total());
  }

  private String outputsText() {
    return written.entrySet().stream()
        .map(output -> output.getKey() + "=" + output.getValue().snapshotId())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private long rowsOut() {
    return written.values().stream().mapToLong(Written::added).sum();
  }
}
