package groundswell.schemas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a table promises: grain, columns, key, rules.
 *
 * @param purpose what the table holds
 * @param question the question it answers, as a reader would ask it
 * @param grain what one row is
 * @param key columns that together name one row; empty when rows have no name
 * @param sort order of the rows within a file
 */
public record Contract(
    Table table,
    String version,
    String purpose,
    String question,
    String grain,
    List<ContractColumn> columns,
    List<String> key,
    List<String> sort,
    List<Rule> rules) {

  public Contract {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    sort = List.copyOf(sort);
    rules = List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (ContractColumn column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "%s has the column '%s' twice".formatted(table, column.name()));
      }
    }
    requireKnown(table, "sort", sort, names);
    requireKnown(table, "key", key, names);
  }

  /** True when the table has a column of this name. */
  public boolean has(String column) {
    return columns.stream().anyMatch(known -> known.name().equals(column));
  }

  /** The column of this name. */
  public ContractColumn column(String name) {
    return columns.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("%s has no column '%s'".formatted(table, name)));
  }

  /** Names of the columns in their order. */
  public List<String> columnNames() {
    return columns.stream().map(ContractColumn::name).toList();
  }

  /** Where the contract is written, seen from the root of the project. */
  public String source() {
    return "schemas/src/main/resources/contracts/%s.odcs.yaml".formatted(table.fullName());
  }

  private static void requireKnown(
      Table table, String what, List<String> columns, Set<String> names) {
    for (String column : columns) {
      if (!names.contains(column)) {
        throw new IllegalArgumentException(
            "%s: the %s names the column '%s', which the contract does not have"
                .formatted(table, what, column));
      }
    }
  }
}
