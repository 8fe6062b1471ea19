package groundswell.runner;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What ran on a warehouse, from what, and whether it comes out the same again. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description =
        "List the runs of a warehouse, show what one was made from, run one again to compare.",
    synopsisSubcommandLabel = "WHAT",
    footer = {
      "",
      "Example:",
      "  ./groundswell runs list",
      "  ./groundswell runs show 000003",
      "  ./groundswell runs reproduce 000003"
    },
    subcommands = {
      RunsListCommand.class,
      RunsShowCommand.class,
      RunsReproduceCommand.class,
      HelpCommand.class
    })
final class RunsCommand {}
