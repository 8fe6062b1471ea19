package groundswell.jobs.lineage;

import groundswell.schemas.AtomicFile;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.file.Path;

/** The events of a run: {@code publish/lineage/<id>.jsonl}, one line per event. */
public final class LineageFile {
  private final Path file;
  private final byte[] bytes;

  private LineageFile(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Where the events of a run stand. */
  public static Path of(Path warehouse, String runId) {
    return warehouse.resolve("publish").resolve("lineage").resolve(runId + ".jsonl");
  }

  /** The events, ready to be written. */
  public static LineageFile of(Path warehouse, LineageRun run) {
    return new LineageFile(
        of(warehouse, run.id()), EventJson.lines(new LineageEvents(warehouse, run).all()));
  }

  /** Writes the file in one step. */
  public void write() {
    try {
      AtomicFile.replace(file, bytes);
    } catch (IOException fault) {
      throw StorageFault.of("write " + file, fault);
    }
  }
}
