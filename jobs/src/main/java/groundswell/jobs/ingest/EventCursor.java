package groundswell.jobs.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks over a file and stops at every outcome: an event or a rejection. Outcomes are numbered from
 * 0; the numbers depend on the file, the mapping and who was erased. Events of erased members and
 * ignored rows are counted and come last, one rejection for each reason. One thread.
 */
final class EventCursor implements Closeable {
  private final InputFile file;
  private final RowReader reader;
  private final RowMapper mapper;
  private final Redaction redaction;
  private final EventCompletion completion;
  private final FilingPeriod filing;
  private final SourceRow row;
  private final EventDraft draft = new EventDraft();
  private final Map<String, Long> ignored = new TreeMap<>();
  private final Vocabulary vocabulary = Vocabulary.released();
  private Rejection rejection;
  private long erased;
  private boolean isMapping;
  private boolean isRowUsed;
  private boolean isAtEnd;
  private long rows;
  private long outcomes;

  EventCursor(
      SourceMapping mapping,
      InputFile file,
      RowReader reader,
      RowMapper mapper,
      Pseudonyms pseudonyms) {
    this.file = file;
    this.reader = reader;
    this.mapper = mapper;
    this.redaction = new Redaction(mapping.columns(), pseudonyms);
    this.completion = new EventCompletion(mapping, file, pseudonyms);
    this.filing = new FilingPeriod(mapping.community(), file);
    this.row = new SourceRow(mapping.columns().width());
  }

  /** Moves to the next outcome; false when the file is used up. */
  boolean next() throws IOException {
    rejection = null;
    while (!isAtEnd) {
      if (isMapping && nextOfRow()) {
        return outcome();
      }
      if (!reader.next(row)) {
        isAtEnd = true;
      } else {
        rows++;
        if (row.isRefused()) {
          isMapping = false;
          rejection = unread();
          return outcome();
        }
        mapper.begin(row);
        isMapping = true;
        isRowUsed = false;
      }
    }
    return (nextErased() || nextIgnored()) && outcome();
  }

  /** The rejection moved to; null when it is an event. */
  Rejection rejection() {
    return rejection;
  }

  /** The event moved to, complete; the cursor's own, good until the next move. */
  Object[] event() {
    return draft.values();
  }

  /** Number of the outcome, from 0. */
  long outcomeNumber() {
    return outcomes - 1;
  }

  /** Rows read so far; the lost tail of a broken file counts as one. */
  long rows() {
    return rows;
  }

  InputFile file() {
    return file;
  }

  /** The current event as a rejection, for a fault that only other events show. */
  Rejection rejected(Reason reason, String detail) {
    Object[] values = draft.values();
    return new Rejection(
        file.name(),
        Long.toString(row.number()),
        filing.of((Long) values[vocabulary.index("received_ts")]),
        text("event_type"),
        text("event_id"),
        reason,
        detail,
        redaction.columns(row, mapper),
        1);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private boolean outcome() {
    outcomes++;
    return true;
  }

  private boolean nextOfRow() {
    draft.clear();
    while (mapper.next(draft)) {
      isRowUsed = true;
      completion.complete(draft, row.number());
      if (draft.isErased()) {
        erased++;
        draft.clear();
        continue;
      }
      if (draft.isRefused()) {
        rejection = rejected(draft.reason(), draft.detail());
      }
      return true;
    }
    isMapping = false;
    if (isRowUsed) {
      return false;
    }
    if (mapper.ignoredBecause() != null) {
      ignored.merge(mapper.ignoredBecause(), 1L, Long::sum);
      return false;
    }
    if (redaction.namesErased(row, mapper)) {
      erased++;
      return false;
    }
    rejection = rejected(Reason.SCHEMA_UNKNOWN, "no rule of the mapping is for this row");
    return true;
  }

  private Rejection unread() {
    return new Rejection(
        file.name(),
        Long.toString(row.number()),
        filing.of(null),
        null,
        null,
        row.reason(),
        row.detail(),
        redaction.shape(row.raw()),
        1);
  }

  private boolean nextErased() {
    if (erased == 0) {
      return false;
    }
    rejection = counted(Reason.ERASED_SUBJECT, "events of members who were erased", erased);
    erased = 0;
    return true;
  }

  private boolean nextIgnored() {
    if (ignored.isEmpty()) {
      return false;
    }
    String because = ignored.keySet().iterator().next();
    long count = ignored.remove(because);
    rejection = counted(Reason.IGNORED, because, count);
    return true;
  }

  private Rejection counted(Reason reason, String because, long count) {
    return new Rejection(
        file.name(), "", filing.of(null), null, null, reason, because, null, count);
  }

  private String text(String field) {
    Object value = draft.values()[vocabulary.index(field)];
    return value == null ? null : value.toString();
  }
}
