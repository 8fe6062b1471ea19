package groundswell.jobs.launch;

import groundswell.jobs.tables.Published;
import groundswell.schemas.Table;
import java.util.List;
import java.util.TreeSet;

/**
 * What a stage did.
 *
 * @param rowsIn rows read
 * @param rowsOut rows published
 * @param rejected rows refused
 * @param runId run whose state is published now; empty when nothing was to do
 * @param published tables that have a new state, by name
 */
public record Summary(
    long rowsIn, long rowsOut, long rejected, String runId, List<Table> published) {
  /** Nothing was to do. */
  public static final Summary NOTHING = new Summary(0, 0, 0, "", List.of());

  public Summary {
    published = List.copyOf(new TreeSet<>(published));
  }

  /** A run that published all rows that it made. */
  public static Summary of(long rowsIn, Published published) {
    return of(rowsIn, published.rowsOut(), 0, published);
  }

  /** A run that published something. */
  public static Summary of(long rowsIn, long rowsOut, long rejected, Published published) {
    return new Summary(
        rowsIn,
        rowsOut,
        rejected,
        published.publication(),
        List.copyOf(published.tables().keySet()));
  }

  /** True when a table has a new state. */
  public boolean isNew() {
    return !published.isEmpty();
  }
}
