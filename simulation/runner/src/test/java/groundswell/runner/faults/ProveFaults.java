package groundswell.runner.faults;

import groundswell.jobs.launch.Launcher;
import groundswell.jobs.launch.Sessions;
import groundswell.runner.Project;
import groundswell.schemas.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills stages at named and at random moments, reads damaged rows, and writes what came of it. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Kill ingest, facts and marts at seven named points and at random moments, read damaged rows of",
      "every format, and compare with what undisturbed runs leave. Ends with 40 when a promise breaks."
    },
    footer = {
      "",
      "Example:",
      "  ./groundswell prove faults --kills 5 --rows 1000 --evidence build/faults.md"
    })
final class ProveFaults implements Callable<Integer> {
  private static final int PARTITIONS = 2;

  @Spec private CommandSpec spec;

  @Option(names = "--kills", defaultValue = "50", description = "Kills at random moments.")
  private int kills;

  @Option(names = "--rows", defaultValue = "10000", description = "Damaged rows of each format.")
  private int rows;

  @Option(
      names = "--seed",
      defaultValue = "20260314",
      description = "Same seed, same draws of steps and of shares of their length.")
  private long seed;

  @Option(names = "--minutes", defaultValue = "180", description = "Give up after this time.")
  private long minutes;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "Where to write the page (default: docs/evidence/faults.md).",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private Path evidence;

  @Option(names = "--json", description = "Print the numbers as JSON on standard output.")
  private boolean isJson;

  @Option(names = "--quiet", description = "Print nothing but faults.")
  private boolean isQuiet;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("groundswell-faults");
    SparkSession spark = Sessions.open(PARTITIONS);
    spark.sparkContext().setLogLevel("ERROR");
    try {
      FaultProof proof =
          new FaultProof(spark, folder, new Deadline(Duration.ofMinutes(minutes)), progress());
      FaultFindings findings = proof.run(kills, rows, seed);
      conclude(findings);
      return findings.isHarmless() ? 0 : ExitCode.INTERNAL_FAULT.number();
    } catch (Exception thrown) { // Spark throws what it does not declare
      return Launcher.failed("prove", thrown, Clock.systemUTC());
    } finally {
      spark.stop();
      FolderCopy.clear(folder);
    }
  }

  private void conclude(FaultFindings findings) throws IOException {
    Path page = evidence == null ? Project.root().resolve("docs/evidence/faults.md") : evidence;
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, EvidencePage.of(findings, command()));
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(FaultsJson.of(findings));
    } else if (!isQuiet) {
      out.println(findings.sentence());
      out.println("evidence: " + page);
    }
    out.flush();
  }

  private String command() {
    return "./groundswell prove faults --kills %d --rows %d --seed %d".formatted(kills, rows, seed);
  }

  private ProofProgress progress() {
    return isQuiet ? ProofProgress.silent() : ProofProgress.on(spec.commandLine().getErr());
  }
}
