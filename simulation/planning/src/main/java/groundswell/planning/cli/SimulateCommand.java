package groundswell.planning.cli;

import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.simulate.LocalThreads;
import groundswell.planning.simulate.SimulateStage;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stage 5 of 7 on this machine, without Spark. */
@Command(
    name = "simulate",
    description = "Simulate word of mouth and the flash sale of a scenario, draw by draw.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ./groundswell simulate examples/aurora/scenario.yaml --replications 200"
    })
public final class SimulateCommand extends StageCommand {
  @Parameters(paramLabel = "SCENARIO", description = "Scenario file, YAML.")
  private Path scenario;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Simulated histories of the community, instead of the scenario's number.")
  private Integer replications;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: one per processor). The result does not depend on it.")
  private Integer threads;

  @Override
  StageResult run(Warehouse warehouse, Clock clock) {
    ScenarioFile file = ScenarioFile.read(scenario);
    if (replications != null) {
      file = file.withReplications(replications);
    }
    int count = file.scenario().wordOfMouth().replications();
    var runner = threads == null ? LocalThreads.ofThisMachine() : new LocalThreads(threads);
    try (var progress = ProgressLine.of(settings, spec, count)) {
      return new SimulateStage(warehouse, runner, progress, clock).run(file, command());
    }
  }

  @Override
  String command() {
    String asked = replications == null ? "" : " --replications " + replications;
    return "groundswell simulate " + scenario + asked;
  }
}
