package groundswell.runner.faults;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.time.Duration;

/** When a proof gives up. */
final class Deadline {
  private final Duration atMost;
  private final long began = System.nanoTime();

  Deadline(Duration atMost) {
    this.atMost = atMost;
  }

  /** Refuses to go on when the time is over. */
  void require(int done, int all) {
    if (spent().compareTo(atMost) > 0) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "%d of %d trials took %d minutes, and the rest has no time left\n  nothing was written; maybe allow more --minutes"
              .formatted(done, all, spent().toMinutes()));
    }
  }

  Duration spent() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
