package groundswell.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Launcher;
import groundswell.jobs.tables.ManifestFile;
import groundswell.jobs.tables.RunManifest;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All runs of a warehouse, one line each. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the runs that have a manifest, oldest first.",
    footer = {"", "Example:", "  ./groundswell runs list --warehouse build/demo"})
final class RunsListCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions options = new CommonOptions();

  @Override
  public Integer call() {
    try {
      ManifestFile manifests = ManifestFile.in(options.warehouse());
      print(manifests.ids().stream().map(manifests::read).toList());
      return 0;
    } catch (RuntimeException thrown) {
      return Launcher.failed("runs", thrown, Clock.systemUTC());
    }
  }

  private void print(List<RunManifest> runs) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(json(runs));
    } else if (runs.isEmpty()) {
      out.println("no run has published anything in " + options.warehouse());
    } else {
      runs.forEach(run -> out.println(line(run)));
    }
    out.flush();
  }

  private static String line(RunManifest run) {
    return String.format(
        Locale.ROOT,
        "%-36s %s %8.1f s %3d tables %,12d rows written",
        run.id(),
        run.started().truncatedTo(ChronoUnit.SECONDS),
        run.seconds(),
        run.outputs().size(),
        run.rowsOut());
  }

  private static ArrayNode json(List<RunManifest> runs) {
    ArrayNode json = JSON.createArrayNode();
    for (RunManifest run : runs) {
      json.addObject()
          .put("run_id", run.id())
          .put("stage", run.run().stage())
          .put("started_ts", run.started().toString())
          .put("seconds", run.seconds())
          .put("tables", run.outputs().size())
          .put("rows_out", run.rowsOut());
    }
    return json;
  }
}
