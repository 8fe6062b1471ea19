package groundswell.planning.store;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.StorageFault;
import groundswell.schemas.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.IcebergGenerics.ScanBuilder;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.types.Types.NestedField;

/**
 * A warehouse opened without Spark: reads what is published, and is where {@link Publisher} puts
 * the tables of simulate and plan. For one thread; close when done.
 */
public final class Warehouse implements AutoCloseable {
  private static final String CATALOGUE =
      "jdbc:sqlite:file:%s/catalog.db"
          + "?journal_mode=WAL&busy_timeout=30000&transaction_mode=IMMEDIATE";

  private final Path folder;
  private final JdbcCatalog catalog = new JdbcCatalog();

  private Warehouse(Path folder) {
    this.folder = folder;
    catalog.initialize(
        "gs",
        Map.of(
            CatalogProperties.URI,
            CATALOGUE.formatted(folder),
            CatalogProperties.WAREHOUSE_LOCATION,
            folder.toString(),
            CatalogProperties.FILE_IO_IMPL,
            LocalFileIO.class.getName(),
            "jdbc.schema-version",
            "V1"));
  }

  /** Opens a warehouse; makes its folder when there is none. */
  public static Warehouse open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new Warehouse(folder.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw StorageFault.of("make the warehouse " + folder, e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** The state that readers see. */
  public Publication publication() {
    return Publication.read(folder);
  }

  /** A file as the publication names it. */
  String relative(String location) {
    return folder.relativize(LocalFileIO.path(location)).toString();
  }

  JdbcCatalog catalog() {
    return catalog;
  }

  static TableIdentifier identifier(Table table) {
    return TableIdentifier.of(table.namespace(), table.name());
  }

  /** All published rows of a table; none when it was never published. */
  public List<Map<String, Object>> read(Table table) {
    return read(table, Expressions.alwaysTrue());
  }

  /** Published rows whose column has this value. */
  public List<Map<String, Object>> read(Table table, String column, String value) {
    return read(table, Expressions.equal(column, value));
  }

  /** Hands over some columns of every published row, one row at a time. */
  public void each(Table table, Collection<String> columns, Consumer<Map<String, Object>> rows) {
    each(table, scan -> scan.select(columns), rows);
  }

  private List<Map<String, Object>> read(Table table, Expression filter) {
    List<Map<String, Object>> rows = new ArrayList<>();
    each(table, scan -> scan.where(filter), rows::add);
    return rows;
  }

  private void each(
      Table table, UnaryOperator<ScanBuilder> chosen, Consumer<Map<String, Object>> rows) {
    Optional<PublishedTable> published = publication().table(table);
    if (published.isEmpty()) {
      return;
    }
    ScanBuilder scan =
        IcebergGenerics.read(catalog.loadTable(identifier(table)))
            .useSnapshot(published.get().snapshotId());
    try (CloseableIterable<Record> records = chosen.apply(scan).build()) {
      records.forEach(record -> rows.accept(row(record)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + table.fullName(), e);
    }
  }

  private static Map<String, Object> row(Record record) {
    Map<String, Object> row = new HashMap<>();
    for (NestedField field : record.struct().fields()) {
      row.put(field.name(), record.getField(field.name()));
    }
    return row;
  }

  @Override
  public void close() {
    catalog.close();
  }
}
