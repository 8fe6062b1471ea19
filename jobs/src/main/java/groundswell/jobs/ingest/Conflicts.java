package groundswell.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Reads files once more for the copies that differ from the event that is kept: few, if any. */
final class Conflicts implements FlatMapFunction<Iterator<List<InputFile>>, Rejection> {
  private static final long serialVersionUID = 1L;

  private final ScanPlan plan;
  private final Broadcast<Copies> copies;

  Conflicts(ScanPlan plan, Broadcast<Copies> copies) {
    this.plan = plan;
    this.copies = copies;
  }

  @Override
  public Iterator<Rejection> call(Iterator<List<InputFile>> groups) throws IOException {
    List<Rejection> found = new ArrayList<>();
    FileOpener opener = plan.opener();
    TaskFiles files = new TaskFiles(groups);
    while (files.hasNext()) {
      InputFile file = files.next();
      if (copies.value().conflicting(file.number()) > 0) {
        try (EventCursor cursor = opener.open(file)) {
          collect(cursor, found);
        }
      }
    }
    return found.iterator();
  }

  private void collect(EventCursor cursor, List<Rejection> found) throws IOException {
    while (cursor.next()) {
      if (copies.value().isConflicting(cursor.file().number(), cursor.outcomeNumber())) {
        found.add(
            cursor.rejected(
                Reason.DUP_CONFLICT, "an event of this id is kept, with another content"));
      }
    }
  }
}
