package groundswell.runner;

import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.marts.MartsJob;
import groundswell.jobs.rebuild.RebuildJob;
import groundswell.planning.cli.PlanCommand;
import groundswell.planning.cli.ReportCommand;
import groundswell.planning.cli.ScenarioCommand;
import groundswell.planning.cli.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;

/** All verbs of Groundswell, in the order of the route. */
@Command(
    name = "groundswell",
    mixinStandardHelpOptions = true,
    version = "groundswell 0.1.0",
    description = "Plans product launches from the community up.",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    footer = {
      "",
      "The launcher also knows: build, test, format, docs, bench, prove.",
      "",
      "Example:",
      "  ./groundswell demo"
    },
    subcommands = {
      DemoCommand.class,
      GenerateCommand.class,
      IngestJob.class,
      FactsJob.class,
      MartsJob.class,
      CalibrateJob.class,
      SimulateCommand.class,
      PlanCommand.class,
      ReportCommand.class,
      ScenarioCommand.class,
      RebuildJob.class,
      RunsCommand.class,
      MaintainCommand.class,
      HelpCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs the verb that the arguments name and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, ready to execute or to ask for its verbs. */
  static CommandLine commandLine() {
    return new CommandLine(new Main(), new Verbs()).setUsageHelpWidth(110);
  }

  /** Makes the verbs; here simulate has a cluster. */
  private static final class Verbs implements IFactory {
    @Override
    public <K> K create(Class<K> verb) throws Exception {
      return verb == SimulateCommand.class
          ? verb.cast(new SimulateCommand(SparkRunner::inSession))
          : CommandLine.defaultFactory().create(verb);
    }
  }
}
