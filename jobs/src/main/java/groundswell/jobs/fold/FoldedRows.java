package groundswell.jobs.marts;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Sorted rows in, one row per group of neighbours out, with a look at the row that comes next. */
abstract class FoldedRows implements Iterator<Row> {
  private final Iterator<Row> rows;
  private Row upcoming;

  FoldedRows(Iterator<Row> rows) {
    this.rows = rows;
    advance();
  }

  @Override
  public final boolean hasNext() {
    return upcoming != null;
  }

  @Override
  public final Row next() {
    if (upcoming == null) {
      throw new NoSuchElementException();
    }
    return fold();
  }

  /** Takes the rows of the group that begins with {@link #upcoming}; what they become. */
  abstract Row fold();

  /** The row to be taken next; null at the end. */
  final Row upcoming() {
    return upcoming;
  }

  /** Takes the row and moves on to the one after it. */
  final Row take() {
    Row taken = upcoming;
    advance();
    return taken;
  }

  private void advance() {
    upcoming = rows.hasNext() ? rows.next() : null;
  }
}
