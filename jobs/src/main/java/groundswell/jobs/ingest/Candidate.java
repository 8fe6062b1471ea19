package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One copy of an event, among those that may share an id.
 *
 * @param file number of the file; of a stored event -1
 * @param outcome number of the outcome in the file
 * @param id first hash of the id
 * @param secondId second hash of the id; two events are one when both hashes are equal
 * @param content hash of what happened
 */
record Candidate(
    int file, long outcome, long id, long secondId, int revision, long receivedTs, long content)
    implements Serializable {
  static final int STORED = -1;

  /**
   * The copy to keep comes first: a stored one; then the highest revision, received first, the
   * lower content hash; the place decides only between copies of equal content. Never the arrival.
   */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate copy) -> copy.file != STORED)
          .thenComparing(Comparator.comparingInt(Candidate::revision).reversed())
          .thenComparingLong(Candidate::receivedTs)
          .thenComparingLong(Candidate::content)
          .thenComparingInt(Candidate::file)
          .thenComparingLong(Candidate::outcome);

  /** Copies of one event stand together, the one to keep first. */
  static final Comparator<Candidate> BY_EVENT =
      Comparator.comparingLong(Candidate::id)
          .thenComparingLong(Candidate::secondId)
          .thenComparing(BEST_FIRST);

  boolean isSameEvent(Candidate other) {
    return other != null && id == other.id && secondId == other.secondId;
  }
}
