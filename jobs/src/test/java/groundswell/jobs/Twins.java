package groundswell.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import groundswell.schemas.Contracts;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The second implementation of the marts: plain SQL in {@code twins/<table>.sql}, run by DuckDB
 * over the same input tables, must give the same rows. Inputs are views named like the tables, e.g.
 * {@code core.fact_post}; a bitmap column is not compared, its size is.
 */
public final class Twins implements AutoCloseable {
  private final Connection duck;
  private final Path folder;

  private Twins(Connection duck, Path folder) {
    this.duck = duck;
    this.folder = folder;
  }

  /** Opens an empty database; {@code folder} takes the Parquet files of the inputs. */
  public static Twins in(Path folder) {
    try {
      Twins twins = new Twins(DriverManager.getConnection("jdbc:duckdb:"), folder);
      twins.execute("SET TimeZone = 'UTC'");
      return twins;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** Makes rows known under the name of a table. */
  public Twins with(Table table, Dataset<Row> rows) {
    Path files = folder.resolve(table.fullName());
    rows.sparkSession().conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    rows.write().mode("overwrite").parquet(files.toString());
    view(table, "'%s/*.parquet'".formatted(files));
    return this;
  }

  /** Makes a CSV file known as a view; every column is text. */
  public Twins withFile(String view, Path csv) {
    execute(
        "CREATE OR REPLACE VIEW %s AS FROM read_csv('%s', all_varchar = true)"
            .formatted(view, csv));
    return this;
  }

  /** Makes every published table of a warehouse known. */
  public Twins withPublished(Path warehouse) {
    for (Contract contract : Contracts.all()) {
      Publication.read(warehouse)
          .table(contract.table())
          .filter(state -> !state.files().isEmpty())
          .ifPresent(state -> view(contract.table(), files(warehouse, state)));
    }
    return this;
  }

  /** Fails unless the mart's twin gives exactly these rows; doubles may differ by 1e-9. */
  public void assertTwin(Table mart, Dataset<Row> rows) {
    List<ContractColumn> columns =
        Contracts.of(mart).columns().stream()
            .filter(column -> !column.type().equals("binary"))
            .toList();
    List<String> twin = answers(sql(mart), columns);
    assertThat(twin).as("%s has rows", resource(mart)).isNotEmpty();
    assertThat(sparkRows(rows, columns))
        .as("%s by Spark against %s", mart, resource(mart))
        .containsExactlyElementsOf(twin);
  }

  @Override
  public void close() {
    try {
      duck.close();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private void view(Table table, String files) {
    execute("CREATE SCHEMA IF NOT EXISTS " + table.namespace());
    execute("CREATE OR REPLACE VIEW %s AS FROM read_parquet(%s)".formatted(table, files));
  }

  private static String files(Path warehouse, PublishedTable state) {
    return state.files().stream()
        .map(file -> "'" + warehouse.resolve(file) + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String resource(Table mart) {
    return "/twins/" + mart.fullName() + ".sql";
  }

  private static String sql(Table mart) {
    try (InputStream text = Twins.class.getResourceAsStream(resource(mart))) {
      if (text == null) {
        throw new IllegalStateException("%s has no twin %s".formatted(mart, resource(mart)));
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip().replaceAll(";$", "");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private List<String> answers(String sql, List<ContractColumn> columns) {
    String names = columns.stream().map(ContractColumn::name).collect(Collectors.joining(", "));
    try (Statement statement = duck.createStatement();
        ResultSet answer = statement.executeQuery("SELECT " + names + " FROM (" + sql + "\n)")) {
      List<String> rows = new ArrayList<>();
      while (answer.next()) {
        List<String> cells = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
          cells.add(TwinCell.text(columns.get(place), answer.getObject(place + 1)));
        }
        rows.add(String.join(" | ", cells));
      }
      rows.sort(null);
      return rows;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault.getMessage() + "\n" + sql, fault);
    }
  }

  private static List<String> sparkRows(Dataset<Row> rows, List<ContractColumn> columns) {
    Column[] selected =
        columns.stream().map(column -> functions.col(column.name())).toArray(Column[]::new);
    List<String> texts = new ArrayList<>();
    for (Row row : rows.select(selected).collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int place = 0; place < columns.size(); place++) {
        cells.add(TwinCell.text(columns.get(place), row.get(place)));
      }
      texts.add(String.join(" | ", cells));
    }
    texts.sort(null);
    return texts;
  }

  private void execute(String sql) {
    try (Statement statement = duck.createStatement()) {
      statement.execute(sql);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault.getMessage() + "\n" + sql, fault);
    }
  }
}
