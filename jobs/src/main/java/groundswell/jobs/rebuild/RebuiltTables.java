package groundswell.jobs.rebuild;

import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables that are built anew beside the published ones: what was built is read back, everything
 * else as published. Nothing published changes.
 */
record RebuiltTables(Tables published, Tables rebuilt) implements Tables {
  @Override
  public Dataset<Row> read(Table table) {
    return home(table).read(table);
  }

  @Override
  public long rows(Table table, Slice slice) {
    return home(table).rows(table, slice);
  }

  @Override
  public boolean exists(Table table) {
    return home(table).exists(table);
  }

  @Override
  public OptionalLong snapshotId(Table table) {
    return home(table).snapshotId(table);
  }

  @Override
  public NavigableSet<Portion> changedSince(Table table, OptionalLong snapshotId) {
    return home(table).changedSince(table, snapshotId);
  }

  @Override
  public Map<Table, Long> caughtUp(Table output, String communityId) {
    return rebuilt.caughtUp(output, communityId);
  }

  @Override
  public boolean isDone(Run run) {
    return rebuilt.isDone(run);
  }

  @Override
  public Draft draft(Run run) {
    return rebuilt.draft(run);
  }

  private Tables home(Table table) {
    return rebuilt.exists(table) ? rebuilt : published;
  }
}
