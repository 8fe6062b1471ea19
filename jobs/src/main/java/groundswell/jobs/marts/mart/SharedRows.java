package groundswell.jobs.marts.mart;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that several marts are made from. Declare each once, as a constant: a run knows it again.
 */
@FunctionalInterface
public interface SharedRows {
  /** How the rows are made. */
  Dataset<Row> from(MartSources sources);
}
