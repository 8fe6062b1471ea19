package groundswell.runner.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Parquet of another writer, with hostile values in its columns and broken bytes in some files. */
final class FuzzedParquet {
  private static final int ROWS_PER_FILE = 500;
  private static final double HOSTILE_ROWS = 0.34;
  private static final double BROKEN_FILES = 0.2;
  private static final String TABLE =
      """
      CREATE TABLE rows (event_id VARCHAR, event_type VARCHAR, event_ts VARCHAR,
        received_ts VARCHAR, source_system VARCHAR, actor_id VARCHAR, target_id VARCHAR,
        channel VARCHAR)""";
  private static final String COPY =
      """
      COPY (SELECT * REPLACE (TRY_CAST(event_ts AS TIMESTAMPTZ) AS event_ts,
                              TRY_CAST(received_ts AS TIMESTAMPTZ) AS received_ts) FROM rows)
      TO '%s' (FORMAT parquet)""";

  private FuzzedParquet() {}

  static void write(Path input, int rows, Hostility hostility) throws IOException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(TABLE);
      for (int first = 0; first < rows; first += ROWS_PER_FILE) {
        statement.execute("DELETE FROM rows");
        fill(duck, first, Math.min(rows, first + ROWS_PER_FILE), hostility);
        Path file = input.resolve("%03d.parquet".formatted(first / ROWS_PER_FILE));
        statement.execute(COPY.formatted(file));
        if (hostility.strikes(BROKEN_FILES)) {
          Files.write(file, hostility.damaged(Files.readAllBytes(file)));
        }
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("DuckDB cannot write Parquet", fault);
    }
  }

  private static void fill(Connection duck, int first, int end, Hostility hostility)
      throws SQLException {
    try (PreparedStatement insert =
        duck.prepareStatement("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int row = first; row < end; row++) {
        String[] values = {
          "e" + row,
          "follow",
          "2026-03-14T09:30:00Z",
          "2026-03-14T09:30:01Z",
          "app",
          "m" + row % 97,
          "m" + (row % 89 + 100),
          "weibo"
        };
        if (hostility.strikes(HOSTILE_ROWS)) {
          values[hostility.below(values.length)] = hostility.value().replace("\u0000", "");
        }
        for (int column = 0; column < values.length; column++) {
          insert.setString(column + 1, values[column]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
