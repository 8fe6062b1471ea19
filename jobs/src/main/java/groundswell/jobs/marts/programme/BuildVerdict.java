package groundswell.jobs.marts.programme;

import org.apache.spark.unsafe.types.UTF8String;

/** Votes and issues of one part of a build, or of the whole. */
final class BuildVerdict {
  private static final UTF8String UP = UTF8String.fromString("vote_up");
  private static final UTF8String DOWN = UTF8String.fromString("vote_down");

  private boolean isNamed;
  private long voters;
  private long up;
  private long down;
  private long neutral;
  private long issues;

  /** True when something named the part. */
  boolean isNamed() {
    return isNamed;
  }

  void name() {
    isNamed = true;
  }

  void issue() {
    issues++;
  }

  void voter() {
    voters++;
  }

  /** The last vote of a member on a part. */
  void vote(UTF8String kind) {
    if (kind.equals(UP)) {
      up++;
    } else if (kind.equals(DOWN)) {
      down++;
    } else {
      neutral++;
    }
  }

  /** Members who voted. */
  long voters() {
    return voters;
  }

  long votesUp() {
    return up;
  }

  long votesDown() {
    return down;
  }

  long votesNeutral() {
    return neutral;
  }

  long issues() {
    return issues;
  }
}
