package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A part of a file as it was read: counts, rejections, the events, and for each event what the
 * search for duplicates needs, as packed numbers. Grain: at most {@link #FULL} events of a file.
 */
final class EventBlock implements Serializable {
  static final int FULL = 1 << 15;

  private static final long serialVersionUID = 1L;
  private static final int WIDTH = 6;

  private final InputFile file;
  private final int number;
  private final List<Rejection> rejections = new ArrayList<>();
  private final EncodedEvents encoded = new EncodedEvents();
  private int[] periods = new int[64];
  private long rows;
  private long rejected;
  private long[] packed = new long[WIDTH * 64];
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
    rejected += rejection.count();
  }

  /** Adds an event: its row, the period where it goes, and what tells it from its copies. */
  void add(Candidate event, int period, Object[] row) {
    if (events == periods.length) {
      packed = Arrays.copyOf(packed, 2 * packed.length);
      periods = Arrays.copyOf(periods, 2 * periods.length);
    }
    periods[events] = period;
    encoded.add(row);
    int from = events++ * WIDTH;
    packed[from] = event.id();
    packed[from + 1] = event.secondId();
    packed[from + 2] = event.revision();
    packed[from + 3] = event.receivedTs();
    packed[from + 4] = event.content();
    packed[from + 5] = event.outcome();
  }

  /** Gives back what was reserved and not used. */
  void trim() {
    packed = Arrays.copyOf(packed, events * WIDTH);
    periods = Arrays.copyOf(periods, events);
    encoded.trim();
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
    return packed[event * WIDTH + 5];
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
    return packed[event * WIDTH];
  }

  /** First hashes of the ids of all events. */
  long[] ids() {
    return IntStream.range(0, events).mapToLong(this::id).toArray();
  }

  Candidate candidate(int event) {
    int from = event * WIDTH;
    return new Candidate(
        file.number(),
        packed[from + 5],
        packed[from],
        packed[from + 1],
        (int) packed[from + 2],
        packed[from + 3],
        packed[from + 4]);
  }

  /** The counts alone. */
  Tally tally() {
    Map<Integer, Long> bytes = new TreeMap<>();
    for (int event = 0; event < events; event++) {
      bytes.merge(periods[event], (long) encoded.bytes(event), Long::sum);
    }
    return new Tally(file.number(), rows, events, rejected, bytes);
  }

  /**
   * Counts of a file or of a part of it.
   *
   * @param events that no rule refused; copies are among them
   * @param bytes size of the events by storage period
   */
  record Tally(int file, long rows, long events, long rejected, Map<Integer, Long> bytes)
      implements Serializable {

    Tally plus(Tally other) {
      Map<Integer, Long> both = new TreeMap<>(bytes);
      other.bytes.forEach((period, more) -> both.merge(period, more, Long::sum));
      return new Tally(
          file, rows + other.rows, events + other.events, rejected + other.rejected, both);
    }
  }
}
