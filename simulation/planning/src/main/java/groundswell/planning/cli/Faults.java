package groundswell.planning.cli;

import groundswell.schemas.Refusal;
import picocli.CommandLine.Model.CommandSpec;

/** Says on standard error why a command stops. */
final class Faults {
  private Faults() {}

  static int print(CommandSpec spec, Refusal refusal) {
    spec.commandLine().getErr().println(refusal.getMessage());
    spec.commandLine().getErr().flush();
    return refusal.code().number();
  }
}
