package groundswell.runner;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Launcher;
import groundswell.jobs.tables.ManifestFile;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One run: what it was made from, what came of it. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show what a run was made from and what came of it.",
    footer = {"", "Example:", "  ./groundswell runs show 000003 --warehouse build/demo"})
final class RunsShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "ID", description = "The run's name, or as much of it as is its own.")
  private String run;

  @Override
  public Integer call() {
    try {
      ManifestFile manifests = ManifestFile.in(options.warehouse());
      String id = RunId.find(manifests, run);
      PrintWriter out = spec.commandLine().getOut();
      if (options.isJson()) {
        out.println(manifests.json(id).toPrettyString());
      } else {
        RunText.lines(manifests.read(id)).forEach(out::println);
      }
      out.flush();
      return 0;
    } catch (RuntimeException thrown) {
      return Launcher.failed("runs", thrown, Clock.systemUTC());
    }
  }
}
