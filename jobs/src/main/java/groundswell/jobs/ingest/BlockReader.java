package groundswell.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Reads files, each once, into blocks. */
final class BlockReader implements FlatMapFunction<Iterator<List<InputFile>>, EventBlock> {
  private static final long serialVersionUID = 1L;

  private final ScanPlan plan;

  BlockReader(ScanPlan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<EventBlock> call(Iterator<List<InputFile>> groups) {
    return new Reading(plan, new TaskFiles(groups));
  }

  /** Blocks of one file after the other. */
  private static final class Reading implements Iterator<EventBlock> {
    private final TaskFiles files;
    private final FileOpener opener;
    private EventCursor cursor;
    private int blocks;

    Reading(ScanPlan plan, TaskFiles files) {
      this.files = files;
      this.opener = plan.opener();
    }

    @Override
    public boolean hasNext() {
      return cursor != null || files.hasNext();
    }

    @Override
    public EventBlock next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        if (cursor == null) {
          cursor = opener.open(files.next());
          blocks = 0;
        }
        return read();
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }

    private EventBlock read() throws IOException {
      EventBlock block = new EventBlock(cursor.file(), blocks++);
      long before = cursor.rows();
      while (!block.isFull() && cursor.next()) {
        if (cursor.rejection() != null) {
          block.add(cursor.rejection());
        } else {
          block.add(cursor.outcomeNumber(), cursor.event());
        }
      }
      block.addRows(cursor.rows() - before);
      if (!block.isFull()) {
        cursor.close();
        cursor = null;
      }
      block.trim();
      return block;
    }
  }
}
