package groundswell.jobs.facts;

import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a stage reads and writes while it builds some communities anew.
 *
 * @param wanted tables to write
 */
public record Rebuild(Workbench workbench, Slice slice, Draft draft, Kept kept, Set<Table> wanted) {
  /** The communities' rows as published. */
  public Dataset<Row> read(Table table) {
    return workbench.tables().read(table).filter(slice.filter());
  }

  /** The communities' rows as this run has written them, else as published. */
  public Dataset<Row> written(Table table) {
    return draft.read(table).filter(slice.filter());
  }

  /**
   * Makes rows all that the wanted ones of the tables hold of the communities, several at a time;
   * only what is not so already is written.
   */
  public void write(Map<Table, Supplier<Dataset<Row>>> rows) {
    Map<Table, Supplier<Dataset<Row>>> asked = new TreeMap<>(rows);
    asked.keySet().retainAll(wanted);
    draft.restateTogether(slice, asked);
  }

  /** Marks rows to be kept from their first use to the end of the run. */
  public Dataset<Row> keep(Dataset<Row> rows) {
    return kept.keep(rows);
  }
}
