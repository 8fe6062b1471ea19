package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.AtomicFile;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Stage 7 of 7: the {@code plan} and {@code simulation} tables in, one HTML file out. */
public final class ReportStage {
  private final Warehouse warehouse;

  public ReportStage(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Writes the report; {@code command} is what a reader would type to do it again. */
  public StageResult run(ScenarioFile file, Path output, String command) {
    var facts = ReportFacts.read(warehouse, file);
    if (facts.answer().isEmpty()) {
      throw new Refusal(
          ExitCode.INPUT_MISSING,
          "Scenario %s has no plan in %s%n  no report was written; maybe run 'groundswell plan' first"
              .formatted(file.scenario().name(), warehouse.folder()));
    }
    byte[] page = new Page(file, facts, command).html().getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.replace(output.toAbsolutePath(), page);
    } catch (IOException e) {
      throw StorageFault.of("write " + output, e);
    }
    String planRun = (String) facts.answer().get().get(RUN_ID);
    return new StageResult("report", facts.rows(), 1, 0, planRun, List.of(), "report: " + output);
  }
}
