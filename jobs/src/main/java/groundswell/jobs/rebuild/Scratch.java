package groundswell.jobs.rebuild;

import groundswell.schemas.FolderTree;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.file.Path;

/** A folder beside the tables for what nobody else reads; gone when it is closed. */
record Scratch(Path folder) implements AutoCloseable {
  /** Makes it below a warehouse; what an earlier process left there is removed. */
  static Scratch in(Path warehouse) {
    Scratch scratch = new Scratch(warehouse.resolve("rebuild.scratch"));
    scratch.close();
    return scratch;
  }

  @Override
  public void close() {
    try {
      FolderTree.delete(folder);
    } catch (IOException fault) {
      throw StorageFault.of("remove " + folder, fault);
    }
  }
}
