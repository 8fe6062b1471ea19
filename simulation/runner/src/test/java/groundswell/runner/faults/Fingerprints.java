package groundswell.runner.faults;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fingerprints of all published tables as DuckDB reads them from the file lists of {@code
 * publish/latest.json}: rows, and the sum of their hashes, which does not depend on their order. Of
 * the tables that record runs only the accounts of files are taken, without the run's name.
 */
final class Fingerprints {
  private Fingerprints() {}

  static SortedMap<String, String> of(Path warehouse) {
    SortedMap<String, String> prints = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      for (Map.Entry<Table, PublishedTable> entry :
          Publication.read(warehouse).tables().entrySet()) {
        Table table = entry.getKey();
        if (!table.namespace().equals("meta") || table.equals(Table.META_RECONCILIATION)) {
          prints.put(table.fullName(), of(duck, warehouse, table, entry.getValue()));
        }
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("DuckDB cannot read what is published", fault);
    }
    return prints;
  }

  private static String of(Connection duck, Path warehouse, Table table, PublishedTable state)
      throws SQLException {
    if (state.files().isEmpty()) {
      return "0 rows";
    }
    String columns = table.equals(Table.META_RECONCILIATION) ? "* EXCLUDE (run_id)" : "*";
    try (Statement statement = duck.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(*), sum(hash(r)::HUGEINT) FROM (SELECT %s FROM read_parquet([%s], union_by_name = true)) r"
                    .formatted(columns, files(warehouse, state)))) {
      result.next();
      return result.getLong(1) + " rows, " + result.getString(2);
    }
  }

  private static String files(Path warehouse, PublishedTable state) {
    return state.files().stream()
        .map(file -> "'" + warehouse.resolve(file).toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }
}
