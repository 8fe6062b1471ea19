package groundswell.jobs.tables;

import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Spark's view of a warehouse: in its database the catalogue is {@code gs} under any Spark name.
 */
public final class WarehouseCatalog extends SparkCatalog {
  @Override
  protected Catalog buildIcebergCatalog(String sparkName, CaseInsensitiveStringMap options) {
    return super.buildIcebergCatalog(Catalogue.NAME, options);
  }
}
