package groundswell.jobs.lineage;

import groundswell.schemas.Table;
import io.openlineage.client.utils.DatasetIdentifier;
import io.openlineage.client.utils.filesystem.FilesystemDatasetUtils;
import java.nio.file.Path;

/** Names of datasets by the standard: a table in files is named by its folder. */
final class DatasetNames {
  private final Path warehouse;

  DatasetNames(Path warehouse) {
    this.warehouse = warehouse;
  }

  DatasetIdentifier of(Table table) {
    return of(warehouse.resolve(table.namespace()).resolve(table.name()));
  }

  /** The name by which the catalogue of the warehouse knows the table. */
  DatasetIdentifier inCatalogue(Table table) {
    return FilesystemDatasetUtils.fromLocationAndName(warehouse.toUri(), table.fullName());
  }

  DatasetIdentifier of(Path folder) {
    return FilesystemDatasetUtils.fromLocation(folder.toUri());
  }
}
