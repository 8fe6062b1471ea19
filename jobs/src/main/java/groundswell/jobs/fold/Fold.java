package groundswell.jobs.fold;

import static org.apache.spark.sql.functions.col;

import groundswell.jobs.lineage.Behind;
import groundswell.jobs.tables.InternalRows;
import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Plain Java over the rows of one partition. For recurrences that no relational step expresses, and
 * where the code that Spark would write for many columns is too long for a JVM to compile: a method
 * of more than 8,000 bytes is interpreted for ever.
 */
public interface Fold extends Serializable {
  /** Rows in; rows out, with the values of their schema in Spark's internal form. */
  Iterator<InternalRow> of(Iterator<InternalRow> rows);

  /** The columns that a fold reads, each at the place of its name. */
  static Column[] columns(String... names) {
    return Stream.of(names).map(name -> col(name)).toArray(Column[]::new);
  }

  /** Folds each partition of a dataset. */
  static Dataset<Row> partitions(Dataset<Row> rows, StructType schema, Fold fold) {
    InternalRows bridge = new InternalRows(rows.sparkSession());
    return Behind.code(bridge.dataset(bridge.rows(rows).mapPartitions(fold::of), schema), rows);
  }
}
