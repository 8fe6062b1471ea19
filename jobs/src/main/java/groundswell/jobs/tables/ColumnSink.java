package groundswell.jobs.tables;

/**
 * Takes the values of rows column by column. A column is named by its place in the contract, from
 * 0; each call adds the value of its next row.
 */
public interface ColumnSink {
  /** Null in the next rows of a column. */
  void missing(int column, int rows);

  /**
   * UTF-8 text.
   *
   * @param bytes hold the text from {@code start} on; not changed until the file is closed
   */
  void text(int column, byte[] bytes, int start, int length);

  /** An int, or days since 1970. */
  void integer(int column, int value);

  /** A long, microseconds since 1970, or ten-thousandths of money. */
  void number(int column, long value);

  void real(int column, double value);

  void flag(int column, boolean value);
}
