package groundswell.planning.claims;

import static groundswell.schemas.Columns.COMMUNITY_ID;
import static groundswell.schemas.Columns.CURRENCY;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import groundswell.schemas.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which column of which mart measures some claims, and how.
 *
 * @param says the metric in words
 * @param where values of the columns of the rows that count
 * @param base column that the metric is divided by
 * @param isMoney true when rows of several currencies must not be added up
 */
public record Measure(
    List<String> claims,
    String says,
    Table mart,
    Map<String, List<String>> where,
    String column,
    Optional<String> base,
    String date,
    How how,
    boolean isMoney) {
  static Measure read(YamlMap entry) {
    entry.allowOnly("claims", "says", "mart", "where", "column", "per", "date", "how", "money");
    Measure measure =
        new Measure(
            entry.texts("claims"),
            entry.text("says"),
            Table.of(entry.text("mart")),
            where(entry),
            entry.text("column"),
            entry.optionalText("per"),
            entry.text("date"),
            entry.value("how", "a way that the head of the file explains", How::of),
            entry.optionalFlag("money").orElse(false));
    Contract contract = Contracts.of(measure.mart);
    measure.columns().forEach(contract::column);
    return measure;
  }

  /** Every column that it looks at. */
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(where.keySet());
    columns.addAll(List.of(COMMUNITY_ID, column, date));
    base.ifPresent(columns::add);
    if (isMoney) {
      columns.add(CURRENCY);
    }
    return columns;
  }

  /** True when a row counts. */
  boolean takes(Map<String, Object> row) {
    return where.entrySet().stream()
        .allMatch(
            condition ->
                condition.getValue().contains(String.valueOf(row.get(condition.getKey()))));
  }

  private static Map<String, List<String>> where(YamlMap entry) {
    Map<String, List<String>> where = new LinkedHashMap<>();
    entry
        .optionalMap("where")
        .ifPresent(map -> map.keys().forEach(key -> where.put(key, map.texts(key))));
    return where;
  }
}
