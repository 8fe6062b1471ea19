package groundswell.jobs.facts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Small rows that several tables of a run are made from: computed once, dropped at the end. */
public final class Kept implements AutoCloseable {
  private final List<Dataset<Row>> kept = new CopyOnWriteArrayList<>();

  /** Marks rows to be kept from their first use on; any thread may call. */
  public Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> marked = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(marked);
    return marked;
  }

  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
  }
}
