package groundswell.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads files and reports counts, rejections and what the search for duplicates needs. */
final class FirstLook implements FlatMapFunction<Iterator<List<InputFile>>, Findings> {
  private static final long serialVersionUID = 1L;

  private final ScanPlan plan;

  FirstLook(ScanPlan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<Findings> call(Iterator<List<InputFile>> groups) {
    return new Looking(plan, new TaskFiles(groups));
  }

  /** Findings of one file after the other, a block at a time. */
  private static final class Looking implements Iterator<Findings> {
    private final ScanPlan plan;
    private final TaskFiles files;
    private final Pseudonyms pseudonyms;
    private final BitSet positional;
    private final Vocabulary vocabulary = Vocabulary.released();
    private final int eventId = vocabulary.index("event_id");
    private final int eventDate = vocabulary.index("event_date");
    private final int period = vocabulary.index("period");
    private final int receivedTs = vocabulary.index("received_ts");
    private final int revision = vocabulary.index("revision");
    private EventCursor cursor;

    Looking(ScanPlan plan, TaskFiles files) {
      this.plan = plan;
      this.files = files;
      this.pseudonyms = plan.pseudonyms();
      this.positional = plan.positional();
    }

    @Override
    public boolean hasNext() {
      return cursor != null || files.hasNext();
    }

    @Override
    public Findings next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        if (cursor == null) {
          cursor = plan.open(files.next(), pseudonyms);
        }
        return block();
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }

    private Findings block() throws IOException {
      Findings found = new Findings(cursor.file().number());
      long before = cursor.rows();
      while (!found.isFull() && cursor.next()) {
        if (cursor.rejection() != null) {
          found.add(cursor.rejection());
        } else {
          add(found, cursor.event());
        }
      }
      found.addRows(cursor.rows() - before);
      if (!found.isFull()) {
        cursor.close();
        cursor = null;
      }
      return found;
    }

    private void add(Findings found, Object[] event) {
      UTF8String id = (UTF8String) event[eventId];
      Candidate candidate =
          new Candidate(
              found.file(),
              cursor.outcomeNumber(),
              EventHash.id(id),
              EventHash.secondId(id),
              (Integer) event[revision],
              (Long) event[receivedTs],
              EventHash.content(event, positional));
      found.add(candidate, (Integer) event[eventDate], (Integer) event[period]);
    }
  }
}
