package groundswell.jobs.tables;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Rows of one portion in the sort order of their table, made within a task and written there as one
 * file. For tables whose rows a stage makes itself: they go to disk without a detour through
 * Spark's row format, which costs more than writing them.
 */
public interface SortedRun {
  /** Where all the rows lie. */
  Portion portion();

  /**
   * The rows, with the columns of the contract in its order as Spark's internal values; a row is
   * good until the next one is asked for. Asked for once.
   */
  Iterator<InternalRow> rows();
}
