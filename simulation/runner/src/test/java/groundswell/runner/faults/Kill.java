package groundswell.runner.faults;

import java.util.List;

/**
 * A process that was killed, and what was wrong afterwards.
 *
 * @param moment when, in words
 * @param isPublished true when its work was published before it died
 * @param problems what a reader or the next run could complain of; empty when all is well
 */
record Kill(Step step, String moment, boolean isPublished, List<String> problems) {
  Kill {
    problems = List.copyOf(problems);
  }

  boolean isHarmless() {
    return problems.isEmpty();
  }
}
