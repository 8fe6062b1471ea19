package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the first look at a part of a file found: counts, rejections, and for each event just what
 * the search for duplicates needs, as packed numbers. Grain: at most {@link #FULL} events of a
 * file.
 */
final class Findings implements Serializable {
  static final int FULL = 1 << 15;

  private static final long serialVersionUID = 1L;
  private static final int WIDTH = 6;

  private final int file;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<Integer> periods = new TreeSet<>();
  private long rows;
  private long rejected;
  private int latestDay = Integer.MIN_VALUE;
  private long[] packed = new long[WIDTH * 64];
  private int events;

  Findings(int file) {
    this.file = file;
  }

  void addRows(long more) {
    rows += more;
  }

  void add(Rejection rejection) {
    rejections.add(rejection);
    rejected += rejection.count();
  }

  /** Notes an event: when it falls, and what tells it from its copies. */
  void add(Candidate event, int day, int period) {
    if ((events + 1) * WIDTH > packed.length) {
      packed = Arrays.copyOf(packed, 2 * packed.length);
    }
    int from = events++ * WIDTH;
    packed[from] = event.id();
    packed[from + 1] = event.secondId();
    packed[from + 2] = event.revision();
    packed[from + 3] = event.receivedTs();
    packed[from + 4] = event.content();
    packed[from + 5] = event.outcome();
    periods.add(period);
    latestDay = Math.max(latestDay, day);
  }

  boolean isFull() {
    return events >= FULL || rejections.size() >= FULL;
  }

  int file() {
    return file;
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

  Candidate candidate(int event) {
    int from = event * WIDTH;
    return new Candidate(
        file,
        packed[from + 5],
        packed[from],
        packed[from + 1],
        (int) packed[from + 2],
        packed[from + 3],
        packed[from + 4]);
  }

  /** The counts alone. */
  Tally tally() {
    return new Tally(file, rows, events, rejected, periods, latestDay);
  }

  /**
   * Counts of a file or of a part of it.
   *
   * @param events that no rule refused; copies are among them
   * @param latestDay last local day of an event [days since 1970]
   */
  record Tally(int file, long rows, long events, long rejected, Set<Integer> periods, int latestDay)
      implements Serializable {

    Tally plus(Tally other) {
      Set<Integer> both = new TreeSet<>(periods);
      both.addAll(other.periods);
      return new Tally(
          file,
          rows + other.rows,
          events + other.events,
          rejected + other.rejected,
          both,
          Math.max(latestDay, other.latestDay));
    }
  }
}
