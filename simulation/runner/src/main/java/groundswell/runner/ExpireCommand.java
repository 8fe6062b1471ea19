package groundswell.runner;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Upkeep;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes snapshots and files that nobody needs any more; tables stay as they are. */
@Command(
    name = "expire",
    mixinStandardHelpOptions = true,
    description = {
      "Remove replaced snapshots, branches of ended runs and files that no table names.",
      "What is published stays as it is. Files of the last three days are never touched, since a",
      "reader may still be at them."
    },
    footer = {"", "Example:", "  ./groundswell maintain expire --older-than-days 30"})
final class ExpireCommand implements Job {
  /** A reader that began before is not expected to be at work any more. */
  private static final int GUARD_DAYS = 3;

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--older-than-days",
      paramLabel = "N",
      defaultValue = "30",
      description = "Keep what is younger than N days, at least 3 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Override
  public String stage() {
    return "maintain";
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench bench) {
    if (days < GUARD_DAYS) {
      throw new Refusal(
          ExitCode.USAGE,
          "--older-than-days must be at least %d but is %d: a reader may be at younger files"
              .formatted(GUARD_DAYS, days));
    }
    Upkeep.Removed removed =
        Upkeep.of(bench.spark(), bench.warehouse(), bench.clock())
            .removeOlderThan(bench.clock().instant().minus(Duration.ofDays(days)));
    System.err.printf(
        "maintain: removed %,d old snapshots and %,d files that no table names (%,d bytes)%n",
        removed.snapshots(), removed.orphanFiles(), removed.orphanBytes());
    return Summary.NOTHING;
  }
}
