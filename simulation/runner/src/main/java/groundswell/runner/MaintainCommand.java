package groundswell.runner;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What keeps a warehouse in order; not a stage of the route. */
@Command(
    name = "maintain",
    mixinStandardHelpOptions = true,
    description =
        "Keep a warehouse in order: erase members, merge small files, remove what is not needed.",
    synopsisSubcommandLabel = "WHAT",
    footer = {"", "Example:", "  ./groundswell maintain expire --older-than-days 30"},
    subcommands = {
      CompactCommand.class,
      EraseCommand.class,
      ExpireCommand.class,
      RotateKeyCommand.class,
      HelpCommand.class
    })
final class MaintainCommand {}
