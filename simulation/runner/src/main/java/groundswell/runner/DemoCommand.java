package groundswell.runner;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Launcher;
import groundswell.jobs.launch.Sessions;
import groundswell.jobs.launch.StageReport;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.schemas.WarehouseLock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The whole route on the three example communities, in one process. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Run all seven stages on the three example communities and write report.html.",
      "A second run over the same warehouse publishes nothing new."
    },
    footer = {"", "Example:", "  ./groundswell demo --warehouse build/demo"})
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    FirstTier.keepGeneratedCode();
    try (WarehouseLock lock = WarehouseLock.hold(options.warehouse(), "demo", clock)) {
      SparkSession spark = Sessions.open(options.partitions());
      try {
        run(Workbench.over(spark, lock.warehouse(), clock));
      } finally {
        spark.stop();
      }
      return 0;
    } catch (Exception thrown) { // Spark throws what it does not declare
      return Launcher.failed("demo", thrown, clock);
    }
  }

  private void run(Workbench workbench) {
    Route route = new Route(workbench, home(), spec.commandLine().getErr(), options.isQuiet());
    List<StageReport> stages = new ArrayList<>();
    route.run(report -> stages.add(shown(report)));
    conclude(stages, route.report());
  }

  private StageReport shown(StageReport report) {
    if (!options.isJson() && !options.isQuiet()) {
      spec.commandLine().getOut().println(report.text());
      spec.commandLine().getOut().flush();
    }
    return report;
  }

  private void conclude(List<StageReport> stages, Path report) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(DemoJson.of(stages, report));
    } else if (!options.isQuiet()) {
      boolean isNew = stages.stream().map(StageReport::summary).anyMatch(Summary::isNew);
      out.println(isNew ? "published" : "nothing new was published: every input was seen before");
      out.println("report: " + report);
    }
    out.flush();
  }

  /** The checkout that the launcher runs from. */
  private static Path home() {
    return Path.of(System.getProperty("groundswell.home", "")).toAbsolutePath();
  }
}
