package groundswell.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** DuckDB over the published tables of a warehouse, as views named like them. */
final class DuckFacts implements AutoCloseable {
  private final Connection duck;
  private final Path output;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  private DuckFacts(Connection duck, Path output) {
    this.duck = duck;
    this.output = output;
  }

  /** Opens a database in memory with two threads and at most 4 GB. */
  static DuckFacts of(Path warehouse, Path folder) {
    try {
      var duck =
          new DuckFacts(
              DriverManager.getConnection("jdbc:duckdb:"), folder.resolve("twin.parquet"));
      duck.execute("SET threads = 2");
      duck.execute("SET memory_limit = '4GB'");
      duck.execute("SET temp_directory = '%s'".formatted(folder.resolve("duck")));
      duck.execute("SET TimeZone = 'UTC'");
      for (Map.Entry<String, JsonNode> table : publication(warehouse).get("tables").properties()) {
        duck.view(warehouse, table.getKey(), table.getValue().get("files"));
      }
      return duck;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is published. */
  static JsonNode publication(Path warehouse) {
    try {
      return Workshop.json(Files.readString(warehouse.resolve("publish/latest.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seconds to write the answer of a query as Parquet; the limit when it was broken off there. */
  double secondsOf(String sql, int limit) {
    String query = sql.strip().replaceAll(";$", "");
    long start = System.nanoTime();
    try (Statement statement = duck.createStatement()) {
      var alarm = clock.schedule(() -> cancel(statement), limit, TimeUnit.SECONDS);
      statement.execute("COPY (%s\n) TO '%s' (FORMAT parquet)".formatted(query, output));
      alarm.cancel(false);
    } catch (SQLException e) {
      if ((System.nanoTime() - start) / 1e9 < limit) {
        throw new IllegalStateException(e.getMessage() + "\n" + sql, e);
      }
      return limit;
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      duck.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void view(Path warehouse, String table, JsonNode files) throws SQLException {
    if (files.isEmpty()) {
      return;
    }
    String paths =
        StreamSupport.stream(files.spliterator(), false)
            .map(file -> "'" + warehouse.resolve(file.asText()) + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    execute("CREATE SCHEMA IF NOT EXISTS " + table.substring(0, table.indexOf('.')));
    execute("CREATE VIEW %s AS FROM read_parquet(%s)".formatted(table, paths));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
