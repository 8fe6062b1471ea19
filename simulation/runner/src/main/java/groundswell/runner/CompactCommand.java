package groundswell.runner;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Compaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes few large files of many small ones; rows stay as they are. */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    description = {
      "Write the small files of each table anew as few large ones. Rows stay as they are, and no",
      "stage has to run again. The old files go with 'maintain expire', three days later at the",
      "earliest."
    },
    footer = {"", "Example:", "  ./groundswell maintain compact"})
final class CompactCommand implements Job {
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
    Compaction.Rewritten done =
        Compaction.of(bench.spark(), bench.warehouse(), bench.clock()).run();
    System.err.printf(
        "maintain: %,d files of %,d tables (%,d bytes) are now %,d%n",
        done.filesBefore(), done.tables(), done.bytes(), done.filesAfter());
    return Summary.NOTHING;
  }
}
