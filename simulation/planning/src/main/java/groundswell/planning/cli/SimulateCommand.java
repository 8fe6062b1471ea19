package groundswell.planning.cli;

import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.simulate.Cluster;
import groundswell.planning.simulate.LocalThreads;
import groundswell.planning.simulate.ReplicationRunner;
import groundswell.planning.simulate.SimulateStage;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stage 5 of 7, on threads of this machine or over the cluster of whoever starts it. */
@Command(
    name = "simulate",
    description = "Simulate word of mouth and the flash sale of a scenario, draw by draw.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./groundswell simulate examples/aurora/scenario.yaml --replications 200",
      "  ./groundswell simulate examples/aurora/scenario.yaml --on spark"
    })
public final class SimulateCommand extends StageCommand {
  private final Cluster cluster;

  @Parameters(paramLabel = "SCENARIO", description = "Scenario file, YAML.")
  private Path scenario;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Simulated histories of the community, instead of the scenario's number.")
  private Integer replications;

  @Option(
      names = "--on",
      paramLabel = "PLACE",
      defaultValue = "threads",
      converter = Place.Name.class,
      description = "threads or spark (default: threads). The result does not depend on it.")
  private Place place;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: one per processor). The result does not depend on it.")
  private Integer threads;

  @Option(
      names = "--slices",
      paramLabel = "N",
      description = "Spark tasks (default: 8 per core). The result does not depend on it.")
  private Integer slices;

  /** Without a cluster. */
  public SimulateCommand() {
    this(
        (slices, stage) -> {
          throw new Refusal(
              ExitCode.USAGE,
              """
              --on spark needs Spark, which this program was started without
                maybe run ./groundswell simulate, which starts it with Spark, or leave --on out""");
        });
  }

  public SimulateCommand(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  StageResult run(Warehouse warehouse, Clock clock) {
    ScenarioFile file = file();
    return switch (place) {
      case THREADS -> run(file, warehouse, localThreads(), clock);
      case SPARK -> cluster.with(slices(), runner -> run(file, warehouse, runner, clock));
    };
  }

  private StageResult run(
      ScenarioFile file, Warehouse warehouse, ReplicationRunner runner, Clock clock) {
    try (var progress = progress()) {
      return new SimulateStage(warehouse, runner, progress, clock).run(file, command());
    }
  }

  private ScenarioFile file() {
    ScenarioFile file = ScenarioFile.read(scenario);
    return replications == null ? file : file.withReplications(replications);
  }

  private LocalThreads localThreads() {
    return threads == null
        ? LocalThreads.ofThisMachine()
        : new LocalThreads(atLeastOne("--threads", threads));
  }

  private int slices() {
    return slices == null ? 0 : atLeastOne("--slices", slices);
  }

  private static int atLeastOne(String option, int number) {
    if (number < 1) {
      throw new Refusal(ExitCode.USAGE, option + " must be at least 1 but is " + number);
    }
    return number;
  }

  private ProgressLine progress() {
    return settings.isQuiet() || settings.isJson()
        ? ProgressLine.silent()
        : ProgressLine.on(spec.commandLine().getErr());
  }

  /** Without the place, which changes nothing: the row of the run is the same wherever it ran. */
  @Override
  String command() {
    String asked = replications == null ? "" : " --replications " + replications;
    return "groundswell simulate " + scenario + asked;
  }
}
