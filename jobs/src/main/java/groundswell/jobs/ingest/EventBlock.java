package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A part of a file as it was read: counts, rejections, the events, and the hash of each event's id,
 * which finds those that may have copies. Grain: at most {@link #FULL} events of a file.
 */
final class EventBlock implements Serializable {
  static final int FULL = 1 << 15;

  private static final long serialVersionUID = 1L;
  private static final Vocabulary VOCABULARY = Vocabulary.released();
  private static final int EVENT_ID = VOCABULARY.index("event_id");
  private static final int PERIOD = VOCABULARY.index("period");
  private static final int RECEIVED_TS = VOCABULARY.index("received_ts");
  private static final int REVISION = VOCABULARY.index("revision");

  private final InputFile file;
  private final int number;
  private final List<Rejection> rejections = new ArrayList<>();
  private final EncodedEvents encoded = new EncodedEvents();
  private int[] periods = new int[64];
  private long[] ids = new long[64];
  private long[] outcomes = new long[64];
  private long rows;
  private long rejected;
  private long erased;
  private int events;

  EventBlock(InputFile file, int number) {
    this.file = file;
    this.number = number;
  }

  void addRows(long more) {
    rows += more;
  }

  void add(Rejection rejection) {
    rejections.add(rejection);
    if (rejection.reason() == Reason.ERASED_SUBJECT) {
      erased += rejection.count();
    } else {
      rejected += rejection.count();
    }
  }

  /** Adds an event: the number of its outcome in the file, and its complete row. */
  void add(long outcome, Object[] row) {
    if (events == ids.length) {
      reserve(2 * events);
    }
    ids[events] = EventHash.id((UTF8String) row[EVENT_ID]);
    outcomes[events] = outcome;
    periods[events++] = (Integer) row[PERIOD];
    encoded.add(row);
  }

  /** Gives back what was reserved and not used. */
  void trim() {
    reserve(events);
    encoded.trim();
  }

  private void reserve(int length) {
    ids = Arrays.copyOf(ids, length);
    outcomes = Arrays.copyOf(outcomes, length);
    periods = Arrays.copyOf(periods, length);
  }

  boolean isFull() {
    return events >= FULL || rejections.size() >= FULL;
  }

  InputFile file() {
    return file;
  }

  /** Place among the blocks of the file, from 0. */
  int number() {
    return number;
  }

  /** Number of an event's outcome in the file. */
  long outcome(int event) {
    return outcomes[event];
  }

  /** First day of the storage period of an event [days since 1970]. */
  int period(int event) {
    return periods[event];
  }

  EncodedEvents encoded() {
    return encoded;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  int events() {
    return events;
  }

  /** First hash of the id of an event. */
  long id(int event) {
    return ids[event];
  }

  /** First hashes of the ids of all events. */
  long[] ids() {
    return Arrays.copyOf(ids, events);
  }

  /**
   * What tells an event from its copies.
   *
   * @param left columns that say nothing of what happened
   */
  Candidate candidate(int event, BitSet left) {
    Object[] values = new Object[VOCABULARY.width()];
    encoded.read(event, values);
    return new Candidate(
        file.number(),
        outcomes[event],
        ids[event],
        EventHash.secondId((UTF8String) values[EVENT_ID]),
        (Integer) values[REVISION],
        (Long) values[RECEIVED_TS],
        EventHash.content(values, left));
  }

  /** The counts alone. */
  Tally tally() {
    Map<Integer, Long> bytes = new TreeMap<>();
    for (int event = 0; event < events; event++) {
      bytes.merge(periods[event], (long) encoded.bytes(event), Long::sum);
    }
    return new Tally(file.number(), rows, events, rejected, erased, bytes);
  }

  /**
   * Counts of a file or of a part of it.
   *
   * @param events that no rule refused; copies are among them
   * @param bytes size of the events by storage period
   */
  record Tally(
      int file, long rows, long events, long rejected, long erased, Map<Integer, Long> bytes)
      implements Serializable {

    Tally plus(Tally other) {
      Map<Integer, Long> both = new TreeMap<>(bytes);
      other.bytes.forEach((period, more) -> both.merge(period, more, Long::sum));
      return new Tally(
          file,
          rows + other.rows,
          events + other.events,
          rejected + other.rejected,
          erased + other.erased,
          both);
    }
  }
}
