package groundswell.runner;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.maintain.KeyRotation;
import groundswell.schemas.Columns;
import groundswell.schemas.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives all members new keys under a new secret. */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = {
      "Give all members new keys under a new secret, which becomes one more line of pseudonym.key.",
      "Members keep their numbers, so facts and marts stay. Old states of the tables are removed: no",
      "reader should be at work. After an interruption, run it again."
    },
    footer = {"", "Example:", "  ./groundswell maintain rotate-key"})
final class RotateKeyCommand implements Job {
  @Mixin private CommonOptions options = new CommonOptions();

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
    new KeyRotation(bench, RotateKeyCommand::say).run(() -> recalibrate(bench));
    return Summary.NOTHING;
  }

  /** Bundles hold keys. */
  private static void recalibrate(Workbench bench) {
    if (!bench.tables().exists(Table.CALIBRATION_ESTIMATE)) {
      return;
    }
    new CalibrateJob().run(bench);
    int bundles =
        bench
            .tables()
            .read(Table.CORE_DIM_COMMUNITY)
            .select(Columns.COMMUNITY_ID)
            .collectAsList()
            .stream()
            .mapToInt(
                row -> StaleBundles.remove(bench.warehouse(), bench.tables(), row.getString(0)))
            .sum();
    say("bundles   made anew, %d older removed".formatted(bundles));
  }

  private static void say(String line) {
    System.err.println("rotate-key: " + line);
  }
}
