package groundswell.jobs.ingest;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.Partitioner;

/**
 * Which task writes what: each storage period becomes one run, a large one several, and small runs
 * share a task. Runs are numbered from 0 in the order of their periods.
 */
final class WritePlan extends Partitioner {
  /** Events that a task holds in memory to sort them, and about four times a data file [bytes]. */
  static final long RUN_BYTES = 48L << 20;

  private static final long serialVersionUID = 1L;

  private final TreeMap<Integer, Integer> firstRun = new TreeMap<>();
  private final TreeMap<Integer, Integer> runs = new TreeMap<>();
  private final TreeMap<Integer, Integer> firstRunOfTask = new TreeMap<>();

  /**
   * @param bytes encoded size of the events by storage period
   * @param tasks to be kept busy if there is enough to do
   */
  WritePlan(Map<Integer, Long> bytes, int tasks) {
    long total = bytes.values().stream().mapToLong(Long::longValue).sum();
    long share = Math.min(RUN_BYTES, Math.max(1, total / tasks));
    int next = 0;
    long open = 0;
    for (Map.Entry<Integer, Long> period : new TreeMap<>(bytes).entrySet()) {
      int parts = (int) (1 + period.getValue() / RUN_BYTES);
      firstRun.put(period.getKey(), next);
      runs.put(period.getKey(), parts);
      for (int part = 0; part < parts; part++) {
        if (firstRunOfTask.isEmpty() || open >= share) {
          firstRunOfTask.put(next, firstRunOfTask.size());
          open = 0;
        }
        open += period.getValue() / parts;
        next++;
      }
    }
  }

  /** The plan for all files of an ingest. */
  static WritePlan of(Collection<EventBlock.Tally> tallies, int tasks) {
    Map<Integer, Long> bytes = new TreeMap<>();
    for (EventBlock.Tally tally : tallies) {
      tally.bytes().forEach((period, more) -> bytes.merge(period, more, Long::sum));
    }
    return new WritePlan(bytes, tasks);
  }

  /** The run of a period's events in a block of a file. */
  int run(int period, int file, int block) {
    return firstRun.get(period) + Math.floorMod(31 * file + block, runs.get(period));
  }

  @Override
  public int numPartitions() {
    return firstRunOfTask.size();
  }

  @Override
  public int getPartition(Object run) {
    return firstRunOfTask.floorEntry((Integer) run).getValue();
  }
}
