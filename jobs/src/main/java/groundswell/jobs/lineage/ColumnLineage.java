package groundswell.jobs.lineage;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the columns of a written table come from, as far as the plans of its rows say.
 *
 * @param columns origins by column; a column that the plan does not follow to a table is missing
 * @param rows what decides which rows there are, and what code reads that no plan shows
 */
public record ColumnLineage(
    SortedMap<String, NavigableSet<Origin>> columns, NavigableSet<Origin> rows) {
  /** Nothing is known. */
  public static final ColumnLineage UNKNOWN = new ColumnLineage(new TreeMap<>(), new TreeSet<>());

  public ColumnLineage {
    SortedMap<String, NavigableSet<Origin>> copy = new TreeMap<>();
    columns.forEach((name, origins) -> copy.put(name, frozen(origins)));
    columns = Collections.unmodifiableSortedMap(copy);
    rows = frozen(rows);
  }

  /** Both: a table may be written in several steps. */
  public ColumnLineage and(ColumnLineage other) {
    SortedMap<String, NavigableSet<Origin>> all = new TreeMap<>();
    columns.forEach((name, origins) -> all.put(name, new TreeSet<>(origins)));
    other.columns.forEach(
        (name, origins) -> all.computeIfAbsent(name, key -> new TreeSet<>()).addAll(origins));
    NavigableSet<Origin> allRows = new TreeSet<>(rows);
    allRows.addAll(other.rows);
    return new ColumnLineage(all, allRows);
  }

  /** True when nothing is known. */
  public boolean isEmpty() {
    return columns.isEmpty() && rows.isEmpty();
  }

  private static NavigableSet<Origin> frozen(NavigableSet<Origin> origins) {
    return Collections.unmodifiableNavigableSet(new TreeSet<>(origins));
  }
}
