package groundswell.runner;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Launcher;
import groundswell.jobs.launch.Sessions;
import groundswell.jobs.tables.ManifestFile;
import groundswell.jobs.tables.RunManifest;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a stage once more from what it read then, aside, and compares. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = {
      "Run a stage again from the snapshots and files that it read then, in a folder of its own that",
      "is removed afterwards, and compare all rows. Nothing in the warehouse changes.",
      "Ends with 0 when all tables are equal, with 21 when one differs, with 11 when something that",
      "the run read is not there any more."
    },
    footer = {"", "Example:", "  ./groundswell runs reproduce 000003 --warehouse build/demo"})
final class RunsReproduceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "ID", description = "The run's name, or as much of it as is its own.")
  private String run;

  @Override
  public Integer call() {
    try {
      ManifestFile manifests = ManifestFile.in(options.warehouse());
      RunManifest manifest = manifests.read(RunId.find(manifests, run));
      SparkSession spark = Sessions.open(options.partitions());
      try {
        print(new Reproduction(spark, options.warehouse(), manifest).run());
      } finally {
        spark.stop();
      }
      return 0;
    } catch (Exception thrown) { // Spark throws what it does not declare
      return Launcher.failed("runs", thrown, Clock.systemUTC());
    }
  }

  private void print(Reproduction.Comparison comparison) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(comparison.json());
    } else if (!options.isQuiet()) {
      comparison.lines().forEach(out::println);
    }
    out.flush();
    if (comparison.difference().isPresent()) {
      throw new Refusal(ExitCode.AUDIT_FAILED, comparison.difference().get());
    }
  }
}
