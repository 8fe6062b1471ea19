package groundswell.jobs.tables;

import groundswell.schemas.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes of one run that nobody else sees until they are published, all together. */
public interface Draft {
  /** The rows as this draft has them: its own writes over the published state. */
  Dataset<Row> read(Table table);

  /** The rows that this draft appended to a table. */
  Dataset<Row> added(Table table);

  /** Adds rows. */
  void append(Table table, Dataset<Row> rows);

  /** Adds rows that tasks make themselves, each run as one file. */
  void append(Table table, JavaRDD<? extends SortedRun> runs);

  /** Puts rows in place of exactly those of a slice; each row must lie in the slice. */
  void replace(Table table, Slice slice, Dataset<Row> rows);

  /**
   * Makes rows the content of a slice, and writes only those portions of it that are not as
   * published; each row must lie in the slice.
   */
  void restate(Table table, Slice slice, Dataset<Row> rows);

  /** Plans and restates the same slice of several tables, several at a time. */
  void restateTogether(Slice slice, Map<Table, Supplier<Dataset<Row>>> rows);

  /** Says the last day of which all events are in. */
  void completeThrough(LocalDate day);

  /**
   * Checks every contract rule on what was written, then makes all tables visible in one step.
   *
   * @throws ContractViolation when a rule is broken; nothing is visible then
   */
  Published publish();
}
