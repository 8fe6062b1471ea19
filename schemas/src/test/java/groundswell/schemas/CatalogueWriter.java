package groundswell.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes what follows from the contracts: the constants of {@link Table}, {@link Columns}, and the
 * pages of {@code docs/tables}. {@code ./groundswell docs} calls it with the root of the project.
 */
public final class CatalogueWriter {
  private CatalogueWriter() {}

  /**
   * Writes below the root of the project: the first argument, or the nearest parent with a LICENSE.
   */
  public static void main(String[] args) throws IOException {
    Path root = args.length > 0 ? Path.of(args[0]) : projectRoot();
    for (Map.Entry<Path, String> file : Catalogue.of(root).files().entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
  }

  static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
