package groundswell.runner.faults;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Long proofs of what the tests show in short; not part of what is shipped. */
@Command(
    name = "groundswell prove",
    mixinStandardHelpOptions = true,
    description = "Prove promises at length and write the evidence into docs/evidence.",
    synopsisSubcommandLabel = "WHAT",
    footer = {
      "",
      "Example:",
      "  ./groundswell prove faults --kills 5 --rows 1000 --evidence build/faults.md"
    },
    subcommands = {ProveFaults.class, HelpCommand.class})
final class Prove {
  private Prove() {}

  /** Runs the proof that the arguments name and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Prove()).setUsageHelpWidth(110);
  }
}
