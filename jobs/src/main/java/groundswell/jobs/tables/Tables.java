package groundswell.jobs.tables;

import groundswell.schemas.Table;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables of one warehouse, as published; what is not published cannot be seen here. */
public interface Tables {
  /** The published rows; none, with the contract's columns, when the table never was published. */
  Dataset<Row> read(Table table);

  /** How many of the published rows lie in a slice, without a look at them. */
  long rows(Table table, Slice slice);

  /** True when the table was published. */
  boolean exists(Table table);

  /** The published snapshot; of a table that was only rewritten, the one whose rows it has. */
  OptionalLong snapshotId(Table table);

  /** Portions that changed after a snapshot; all of them when it is empty or no longer known. */
  NavigableSet<Portion> changedSince(Table table, OptionalLong snapshotId);

  /**
   * For each input the snapshot up to which {@code output} uses all that it holds of a community;
   * empty when no published run has said so.
   */
  Map<Table, Long> caughtUp(Table output, String communityId);

  /** True when the published outputs already are what this run would write. */
  boolean isDone(Run run);

  /** Begins the writes of a run; nobody sees them before it is published. */
  Draft draft(Run run);
}
