package groundswell.jobs.marts.mart;

import groundswell.schemas.Table;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one mart is made from. It gives no table that the mart does not say it reads, since the
 * order in which marts are built follows from what they say. Any thread may ask.
 */
public final class MartSources {
  private final MartRun run;
  private final Set<Table> reads;

  MartSources(MartRun run, Set<Table> reads) {
    this.run = run;
    this.reads = reads;
  }

  /**
   * The communities' rows of a fact, a dimension or a mart already written.
   *
   * @throws IllegalArgumentException when the mart does not say that it reads the table
   */
  public Dataset<Row> of(Table table) {
    if (!reads.contains(table)) {
      throw new IllegalArgumentException(
          "%s is read by a mart that says it reads %s".formatted(table, reads));
    }
    return run.read(table);
  }

  /** Rows made once for all marts of the run. */
  public Dataset<Row> of(SharedRows rows) {
    return run.shared(rows, this);
  }

  /** Marks rows that the mart reads several times. */
  public Dataset<Row> keep(Dataset<Row> rows) {
    return run.rebuild().keep(rows);
  }
}
