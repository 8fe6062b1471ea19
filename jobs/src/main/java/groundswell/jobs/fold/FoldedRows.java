package groundswell.jobs.fold;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Sorted rows in, group by group of neighbours; what each group becomes out. Looks one row ahead.
 */
public abstract class FoldedRows implements Iterator<InternalRow> {
  private final Iterator<InternalRow> rows;
  private InternalRow upcoming;
  private Iterator<InternalRow> folded = List.<InternalRow>of().iterator();

  /** Reads one row; Spark hands out the same object again and again, so rows are copied. */
  protected FoldedRows(Iterator<InternalRow> rows) {
    this.rows = rows;
    advance();
  }

  @Override
  public final boolean hasNext() {
    while (!folded.hasNext() && upcoming != null) {
      folded = fold().iterator();
    }
    return folded.hasNext();
  }

  @Override
  public final InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return folded.next();
  }

  /** Takes the rows of the group that begins with {@link #upcoming}; what they become. */
  protected abstract List<InternalRow> fold();

  /** The row to be taken next; null at the end. */
  protected final InternalRow upcoming() {
    return upcoming;
  }

  /** Takes the row and moves on to the one after it. */
  protected final InternalRow take() {
    InternalRow taken = upcoming;
    advance();
    return taken;
  }

  /** Takes the rows that come next as long as the condition holds. */
  protected final List<InternalRow> takeWhile(Predicate<InternalRow> holds) {
    List<InternalRow> taken = new ArrayList<>();
    giveWhile(holds, taken::add);
    return taken;
  }

  /** Gives away the rows that come next as long as the condition holds, and keeps none. */
  protected final void giveWhile(Predicate<InternalRow> holds, Consumer<InternalRow> taker) {
    while (upcoming != null && holds.test(upcoming)) {
      taker.accept(take());
    }
  }

  private void advance() {
    upcoming = rows.hasNext() ? rows.next().copy() : null;
  }
}
