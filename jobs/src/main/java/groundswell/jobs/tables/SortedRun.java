package groundswell.jobs.tables;

/**
 * Rows of one portion in the sort order of their table, made within a task and written there as one
 * file. For tables whose rows a stage makes itself: they go to disk without a detour through
 * Spark's row format, which costs more than writing them, and column by column, since a writer that
 * stays with one column for a while is several times as fast as one that goes from column to
 * column.
 */
public interface SortedRun {
  /** Where all the rows lie. */
  Portion portion();

  /** Number of rows. */
  int size();

  /**
   * Hands over some of the rows: of each column of the contract, in its order, the values of these
   * rows from the first to the last.
   *
   * @param from first row, from 0
   * @param to the row after the last
   */
  void give(int from, int to, ColumnSink into);
}
