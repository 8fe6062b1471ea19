package groundswell.jobs.tables;

import groundswell.schemas.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run was made from and what came of it: enough to run it again. One file beside the tables
 * and one row of meta.run.
 *
 * @param id name of the publication that the run made
 * @param base the publication that the run began with
 * @param published snapshots of all tables in it: what the run could see
 * @param origin program and settings
 */
public record RunManifest(
    String id,
    Run run,
    Instant started,
    Instant ended,
    String base,
    Map<Table, Long> published,
    Map<Table, RunOutput> outputs,
    RunOrigin origin) {

  public RunManifest {
    published = Collections.unmodifiableMap(new TreeMap<>(published));
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }

  /** What the run did to each table. */
  public Map<Table, Written> written() {
    Map<Table, Written> written = new TreeMap<>();
    outputs.forEach((table, output) -> written.put(table, output.written()));
    return written;
  }

  /** Rows written to all tables. */
  public long rowsOut() {
    return outputs.values().stream().mapToLong(output -> output.written().added()).sum();
  }

  /** From begin to end [s]. */
  public double seconds() {
    return (ended.toEpochMilli() - started.toEpochMilli()) / 1000.0;
  }
}
