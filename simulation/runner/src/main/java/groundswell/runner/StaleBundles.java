package groundswell.runner;

import static org.apache.spark.sql.functions.col;

import groundswell.jobs.tables.Tables;
import groundswell.schemas.Columns;
import groundswell.schemas.FolderTree;
import groundswell.schemas.StorageFault;
import groundswell.schemas.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Community bundles that no published estimate names any more. */
final class StaleBundles {
  private StaleBundles() {}

  /** Removes those of a community; how many there were. */
  static int remove(Path warehouse, Tables tables, String communityId) {
    Path folder = warehouse.resolve("bundles").resolve(communityId);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    Set<Path> named = named(warehouse, tables);
    try (Stream<Path> bundles = Files.list(folder)) {
      List<Path> stale = bundles.filter(bundle -> !named.contains(bundle)).toList();
      stale.forEach(StaleBundles::removeFolder);
      return stale.size();
    } catch (IOException fault) {
      throw StorageFault.of("list " + folder, fault);
    }
  }

  private static Set<Path> named(Path warehouse, Tables tables) {
    return tables
        .read(Table.CALIBRATION_ESTIMATE)
        .select(col(Columns.BUNDLE))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> warehouse.resolve(row.getString(0)))
        .collect(Collectors.toSet());
  }

  private static void removeFolder(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot remove " + folder, fault);
    }
  }
}
