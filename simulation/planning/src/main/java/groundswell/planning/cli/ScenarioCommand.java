package groundswell.planning.cli;

import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.scenario.ScenarioSchema;
import groundswell.planning.scenario.ScenarioTemplate;
import groundswell.schemas.AtomicFile;
import groundswell.schemas.Refusal;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and checks scenario files. */
@Command(
    name = "scenario",
    description = "Make or check a scenario file.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ScenarioCommand.New.class,
      ScenarioCommand.Validate.class,
      ScenarioCommand.PrintSchema.class
    },
    footer = {"", "Example:", "  ./groundswell scenario validate examples/aurora/scenario.yaml"})
public final class ScenarioCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say new, validate or schema");
  }

  /** Writes a scenario that is ready to run, with a comment per field. */
  @Command(
      name = "new",
      description = "Write a scenario file to start from; every field with its meaning.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  ./groundswell scenario new /tmp/my-launch.yaml"})
  static final class New implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "File to write; must not exist.")
    private Path file;

    @Override
    public Integer call() {
      if (Files.exists(file)) {
        throw new ParameterException(spec.commandLine(), file + " exists; choose another name");
      }
      try {
        byte[] text = ScenarioTemplate.text().getBytes(StandardCharsets.UTF_8);
        AtomicFile.replace(file.toAbsolutePath(), text);
      } catch (IOException e) {
        return Faults.print(spec, StorageFault.of("write " + file, e));
      }
      spec.commandLine().getOut().println("wrote " + file);
      return 0;
    }
  }

  /** Checks a scenario; every violation with its path, line, value and what would be right. */
  @Command(
      name = "validate",
      description = "Check a scenario file; lists every violation at once.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  ./groundswell scenario validate examples/aurora/scenario.yaml"})
  static final class Validate implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Scenario file, YAML.")
    private Path file;

    @Override
    public Integer call() {
      try {
        var read = ScenarioFile.read(file);
        spec.commandLine()
            .getOut()
            .printf("%s: scenario %s holds (hash %s)%n", file, read.scenario().name(), read.hash());
        return 0;
      } catch (Refusal refusal) {
        return Faults.print(spec, refusal);
      }
    }
  }

  /** Prints the JSON Schema. */
  @Command(
      name = "schema",
      description = "Print the JSON Schema of scenario files.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  ./groundswell scenario schema"})
  static final class PrintSchema implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().getOut().println(ScenarioSchema.text());
      return 0;
    }
  }
}
