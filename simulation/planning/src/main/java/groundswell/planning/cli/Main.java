package groundswell.planning.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The planner's verbs, which need no Spark and start in a second. */
@Command(
    name = "groundswell",
    mixinStandardHelpOptions = true,
    version = "groundswell 0.1.0",
    description = "Plans product launches from the community up.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      SimulateCommand.class,
      PlanCommand.class,
      ReportCommand.class,
      ScenarioCommand.class,
      HelpCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs the verb that the arguments name and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).setUsageHelpWidth(110).execute(args));
  }
}
