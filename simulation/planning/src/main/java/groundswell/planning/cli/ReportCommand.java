package groundswell.planning.cli;

import groundswell.planning.report.ReportStage;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stage 7 of 7. */
@Command(
    name = "report",
    description = "Write the plan as one HTML file that needs no network and no script.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ./groundswell report examples/aurora/scenario.yaml --output report.html"
    })
public final class ReportCommand extends StageCommand {
  @Parameters(paramLabel = "SCENARIO", description = "Scenario file, YAML.")
  private Path scenario;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write (default: report.html in the warehouse).")
  private Path output;

  @Override
  StageResult run(Warehouse warehouse, Clock clock) {
    return new ReportStage(warehouse).run(ScenarioFile.read(scenario), file(), command());
  }

  private Path file() {
    return output == null ? settings.warehouse().resolve("report.html") : output;
  }

  @Override
  Map<String, Object> numbers() {
    return Map.of("report", file().toString());
  }

  @Override
  String command() {
    return "groundswell report " + scenario;
  }
}
