package groundswell.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/** Reads files again and hands on the events to be written, as rows of {@code core.event}. */
final class KeptEvents implements FlatMapFunction<Iterator<List<InputFile>>, InternalRow> {
  private static final long serialVersionUID = 1L;

  private final ScanPlan plan;
  private final Broadcast<Copies> copies;

  KeptEvents(ScanPlan plan, Broadcast<Copies> copies) {
    this.plan = plan;
    this.copies = copies;
  }

  @Override
  public Iterator<InternalRow> call(Iterator<List<InputFile>> groups) {
    return new Keeping(plan, new TaskFiles(groups), copies.value());
  }

  /** Rows that stand on the cursor's own array: good until the next one is asked for. */
  private static final class Keeping implements Iterator<InternalRow> {
    private final ScanPlan plan;
    private final TaskFiles files;
    private final Copies copies;
    private final Pseudonyms pseudonyms;
    private EventCursor cursor;
    private boolean isReady;

    Keeping(ScanPlan plan, TaskFiles files, Copies copies) {
      this.plan = plan;
      this.files = files;
      this.copies = copies;
      this.pseudonyms = plan.pseudonyms();
    }

    @Override
    public boolean hasNext() {
      try {
        while (!isReady && (cursor != null || files.hasNext())) {
          if (cursor == null) {
            cursor = plan.open(files.next(), pseudonyms);
          }
          seek();
        }
        return isReady;
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isReady = false;
      return new GenericInternalRow(cursor.event());
    }

    private void seek() throws IOException {
      while (cursor.next()) {
        if (cursor.rejection() == null
            && copies.isKept(cursor.file().number(), cursor.outcomeNumber())) {
          isReady = true;
          return;
        }
      }
      cursor.close();
      cursor = null;
    }
  }
}
