package groundswell.planning.cli;

import groundswell.schemas.Fault;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Says on standard error why a command stops. */
final class Faults {
  private Faults() {}

  /** Prints the sentence, and the stack trace of a defect; the exit code to end with. */
  static int print(CommandSpec spec, Throwable thrown) {
    Fault fault = Fault.of(thrown);
    PrintWriter err = spec.commandLine().getErr();
    if (!fault.isExpected()) {
      thrown.printStackTrace(err);
    }
    err.println(fault.sentence());
    err.flush();
    return fault.code().number();
  }
}
