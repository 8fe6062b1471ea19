package groundswell.runner;

import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import groundswell.generate.output.LocalRun;
import groundswell.schemas.FolderTree;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** The event log of the example community aurora: made once, then read again. */
final class AuroraLog {
  private static final Parameters PARAMETERS =
      new Parameters(
          20_000,
          120,
          7,
          LocalDate.parse("2026-01-01"),
          ZoneId.of("Asia/Shanghai"),
          new Defects(0.02, 0.01, 0.001),
          Format.AVRO);

  private final Path folder;
  private final Path draft;

  AuroraLog(Path build) {
    folder = build.resolve("aurora");
    draft = build.resolve("aurora.draft");
  }

  /** The folder that ingest reads; a log that was broken off is made anew. */
  Path events() {
    try {
      if (!Files.exists(folder.resolve("truth.json"))) {
        FolderTree.delete(folder);
        FolderTree.delete(draft);
        int threads = Runtime.getRuntime().availableProcessors();
        LocalRun.run(PARAMETERS, draft, threads, block -> {});
        Files.move(draft, folder);
      }
      return folder.resolve("events");
    } catch (IOException fault) {
      throw StorageFault.of("write " + folder, fault);
    }
  }
}
