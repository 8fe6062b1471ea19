package groundswell.jobs.marts.mart;

import groundswell.schemas.Table;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One mart: its table, the facts, dimensions and other marts that it is made from, and how.
 *
 * @param reads every table that {@code rows} asks its sources for
 */
public record Mart(Table table, Set<Table> reads, Function<MartSources, Dataset<Row>> rows) {
  /** The tables that are read stand last. */
  public static Mart of(Table table, Function<MartSources, Dataset<Row>> rows, Table... reads) {
    return new Mart(table, Set.of(reads), rows);
  }
}
