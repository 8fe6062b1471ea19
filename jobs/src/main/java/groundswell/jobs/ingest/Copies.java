package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The copies that are not kept, by file: those equal to the kept one, and those that differ. */
final class Copies implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long[] NONE = {};

  private final Map<Integer, long[]> equal = new HashMap<>();
  private final Map<Integer, long[]> conflicting = new HashMap<>();

  private Copies() {}

  /** Chooses among all events that may share an id with another. */
  static Copies among(List<Candidate> candidates) {
    Copies copies = new Copies();
    Candidate[] sorted = candidates.toArray(Candidate[]::new);
    Arrays.parallelSort(sorted, Candidate.BY_EVENT);
    Map<Integer, LongStream.Builder> equal = new HashMap<>();
    Map<Integer, LongStream.Builder> conflicting = new HashMap<>();
    Candidate kept = null;
    for (Candidate copy : sorted) {
      if (!copy.isSameEvent(kept)) {
        kept = copy;
      } else if (copy.file() != Candidate.STORED) {
        boolean isEqual = copy.content() == kept.content();
        (isEqual ? equal : conflicting)
            .computeIfAbsent(copy.file(), file -> LongStream.builder())
            .add(copy.outcome());
      }
    }
    equal.forEach((file, found) -> copies.equal.put(file, found.build().sorted().toArray()));
    conflicting.forEach(
        (file, found) -> copies.conflicting.put(file, found.build().sorted().toArray()));
    return copies;
  }

  /** Copies of a file that are equal to the kept one. */
  long equal(int file) {
    return equal.getOrDefault(file, NONE).length;
  }

  /** Copies of a file that differ from the kept one. */
  long conflicting(int file) {
    return conflicting.getOrDefault(file, NONE).length;
  }

  boolean isConflicting(int file, long outcome) {
    return holds(conflicting, file, outcome);
  }

  boolean isKept(int file, long outcome) {
    return !holds(equal, file, outcome) && !holds(conflicting, file, outcome);
  }

  private static boolean holds(Map<Integer, long[]> copies, int file, long outcome) {
    long[] outcomes = copies.get(file);
    return outcomes != null && Arrays.binarySearch(outcomes, outcome) >= 0;
  }
}
