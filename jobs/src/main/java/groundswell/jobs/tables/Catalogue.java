package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import groundswell.schemas.Contracts;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.spark.sql.SparkSession;

/**
 * The Iceberg catalogue of a warehouse: makes tables from contracts and lets them grow with them.
 */
final class Catalogue {
  /** Name under which a session knows the first warehouse that it opens. */
  static final String NAME = "gs";

  private static final Map<String, String> TABLE_PROPERTIES =
      Map.of(
          "format-version", "2",
          "write.parquet.compression-codec", "zstd",
          "write.parquet.compression-level", "1",
          "write.delete.mode", "copy-on-write",
          "write.distribution-mode", "hash",
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "60",
          "commit.manifest.min-count-to-merge", "20");

  private final String name;
  private final Catalog catalog;

  private Catalogue(String name, Catalog catalog) {
    this.name = name;
    this.catalog = catalog;
  }

  /** Opens the catalogue and tells the session of it; makes the warehouse's folder when missing. */
  static Catalogue open(SparkSession spark, Path warehouse) {
    try {
      Files.createDirectories(warehouse);
    } catch (IOException fault) {
      throw StorageFault.of("make the warehouse " + warehouse, fault);
    }
    Map<String, String> properties = properties(warehouse.toAbsolutePath().normalize());
    String name = name(spark, properties.get("warehouse"));
    String prefix = "spark.sql.catalog." + name;
    spark.conf().set(prefix, WarehouseCatalog.class.getName());
    properties.forEach((key, value) -> spark.conf().set(prefix + "." + key, value));
    return new Catalogue(
        name,
        CatalogUtil.buildIcebergCatalog(
            NAME, properties, spark.sparkContext().hadoopConfiguration()));
  }

  /** A session keeps the first catalogue of a name, so a second warehouse takes another one. */
  private static String name(SparkSession spark, String warehouse) {
    String taken = spark.conf().get("spark.sql.catalog." + NAME + ".warehouse", warehouse);
    return taken.equals(warehouse) ? NAME : NAME + "_" + Integer.toHexString(warehouse.hashCode());
  }

  private static Map<String, String> properties(Path warehouse) {
    return Map.of(
        "type",
        "jdbc",
        "uri",
        "jdbc:sqlite:file:%s/catalog.db?journal_mode=WAL&busy_timeout=30000&transaction_mode=IMMEDIATE"
            .formatted(warehouse),
        "warehouse",
        warehouse.toString(),
        "jdbc.schema-version",
        "V1",
        "cache-enabled",
        "false",
        "io-impl",
        LocalFiles.class.getName());
  }

  /** How Spark names a table, e.g. {@code gs.mart.launch}. */
  String sparkName(groundswell.schemas.Table table) {
    return name + "." + table.fullName();
  }

  boolean exists(groundswell.schemas.Table table) {
    return catalog.tableExists(identifier(table));
  }

  Table load(groundswell.schemas.Table table) {
    return catalog.loadTable(identifier(table));
  }

  /** The table with every column of its contract; made, or given its new columns, when need be. */
  Table prepared(groundswell.schemas.Table table) {
    Contract contract = Contracts.of(table);
    if (!exists(table)) {
      return made(contract);
    }
    Table existing = load(table);
    UpdateSchema update = existing.updateSchema();
    boolean grows = false;
    for (ContractColumn column : contract.columns()) {
      if (existing.schema().findField(column.name()) == null) {
        update.addColumn(column.name(), ContractTypes.type(column.type()), column.meaning());
        grows = true;
      }
    }
    if (grows) {
      update.commit();
    }
    return existing;
  }

  /** The table without rows: what a run left that died before its first publication is dropped. */
  Table empty(groundswell.schemas.Table table) {
    if (exists(table) && load(table).currentSnapshot() != null) {
      catalog.dropTable(identifier(table), true);
    }
    return prepared(table);
  }

  private Table made(Contract contract) {
    makeNamespace(Namespace.of(contract.table().namespace()));
    Schema schema = ContractTypes.schema(contract);
    SortOrder.Builder sort = SortOrder.builderFor(schema);
    contract.sort().forEach(sort::asc);
    return catalog
        .buildTable(identifier(contract.table()), schema)
        .withPartitionSpec(ContractTypes.partitions(contract, schema))
        .withSortOrder(sort.build())
        .withProperties(TABLE_PROPERTIES)
        .create();
  }

  /** One thread at a time: the catalogue's database refuses a namespace that is made twice. */
  private synchronized void makeNamespace(Namespace namespace) {
    SupportsNamespaces namespaces = (SupportsNamespaces) catalog;
    if (!namespaces.namespaceExists(namespace)) {
      namespaces.createNamespace(namespace);
    }
  }

  private static TableIdentifier identifier(groundswell.schemas.Table table) {
    return TableIdentifier.of(table.namespace(), table.name());
  }
}
