package groundswell.runner;

import groundswell.jobs.tables.ManifestFile;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.util.List;

/** Finds the run that a reader means by the beginning of its name. */
final class RunId {
  private static final int SHOWN = 5;

  private RunId() {}

  /** The one run whose name begins so. */
  static String find(ManifestFile manifests, String beginning) {
    List<String> ids = manifests.ids();
    List<String> found = ids.stream().filter(id -> id.startsWith(beginning)).toList();
    if (found.size() != 1) {
      throw new Refusal(
          ExitCode.USAGE,
          "A run must be named by the beginning of its name but '%s' names %d of %d runs%s"
              .formatted(beginning, found.size(), ids.size(), hint(found.isEmpty() ? ids : found)));
    }
    return found.get(0);
  }

  private static String hint(List<String> ids) {
    List<String> last = ids.subList(Math.max(0, ids.size() - SHOWN), ids.size());
    return last.isEmpty()
        ? "\n  maybe run a stage first, or name another --warehouse"
        : "\n  maybe one of " + String.join(", ", last);
  }
}
