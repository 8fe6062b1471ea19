package groundswell.planning.store;

import static java.util.stream.Collectors.joining;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.data.Record;

/**
 * Rows of one table in an SQLite database in memory, to be asked whether they keep their contract.
 * Decimals become doubles, dates and instants text in ISO order, and not-a-number null.
 */
final class AuditedRows implements AutoCloseable {
  private final Connection connection;

  private AuditedRows(Connection connection) {
    this.connection = connection;
  }

  static AuditedRows of(Contract contract, Iterable<Record> rows) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE audited (%s)".formatted(columns(contract)));
      }
      fill(connection, contract, rows);
      return new AuditedRows(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The first row of an answer by its columns; columns that are null are left out. */
  Optional<Map<String, Object>> first(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() ? Optional.of(row(answer)) : Optional.empty();
    }
  }

  /** The only number of an answer; 0 for null. */
  long number(String sql) throws SQLException {
    return numbers(sql).get(0);
  }

  /** The numbers of an answer of one row; 0 for null. */
  List<Long> numbers(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      List<Long> numbers = new ArrayList<>();
      for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
        numbers.add(answer.getLong(column));
      }
      return numbers;
    }
  }

  private static Map<String, Object> row(ResultSet answer) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    ResultSetMetaData columns = answer.getMetaData();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      Object value = answer.getObject(column);
      if (value != null) {
        row.put(columns.getColumnName(column), value);
      }
    }
    return row;
  }

  private static String columns(Contract contract) {
    return contract.columns().stream()
        .map(column -> "\"%s\" %s".formatted(column.name(), type(column)))
        .collect(joining(", "));
  }

  private static String type(ContractColumn column) {
    return switch (column.type()) {
      case "int", "long", "boolean" -> "INTEGER";
      case "string", "date", "timestamp" -> "TEXT";
      case "binary" -> "BLOB";
      default -> "REAL";
    };
  }

  private static void fill(Connection connection, Contract contract, Iterable<Record> rows)
      throws SQLException {
    String places = contract.columns().stream().map(column -> "?").collect(joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO audited VALUES (" + places + ")")) {
      for (Record row : rows) {
        int place = 0;
        for (ContractColumn column : contract.columns()) {
          insert.setObject(++place, plain(row.getField(column.name())));
        }
        insert.executeUpdate();
      }
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof java.math.BigDecimal decimal) {
      return decimal.doubleValue();
    }
    if (value instanceof java.nio.ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return copy;
    }
    return value == null || value instanceof Number ? value : value.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
