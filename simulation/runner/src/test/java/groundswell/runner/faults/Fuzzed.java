package groundswell.runner.faults;

import java.util.List;
import java.util.Map;

/**
 * What became of the fuzzed rows of a format.
 *
 * @param reasons rejected rows by reason
 * @param problems where the accounts and the tables differ; empty when all is well
 */
record Fuzzed(
    FuzzFormat format,
    long files,
    long rows,
    long events,
    long accepted,
    long duplicate,
    long rejected,
    Map<String, Long> reasons,
    List<String> problems) {}
