package groundswell.runner.faults;

import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.runner.ForkedJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One command of the first night of a warehouse or of the second. */
enum Step {
  FIRST_INGEST("first", "ingest"),
  FIRST_FACTS("first", "facts"),
  FIRST_MARTS("first", "marts"),
  INGEST("next", "ingest"),
  FACTS("next", "facts"),
  MARTS("next", "marts");

  private final String night;
  private final String stage;

  Step(String night, String stage) {
    this.night = night;
    this.stage = stage;
  }

  String words() {
    return night + " " + stage;
  }

  /** The whole command of a process of its own. */
  List<String> command(Path warehouse, AuroraNights log) {
    List<String> words = new ArrayList<>(List.of(stage));
    words.addAll(options(log));
    words.addAll(List.of("--warehouse", warehouse.toString()));
    return ForkedJob.command(words.toArray(String[]::new));
  }

  /** The same in this process. */
  void run(Workbench bench, AuroraNights log) {
    Job fresh = job();
    new CommandLine(fresh).parseArgs(options(log).toArray(String[]::new));
    fresh.run(bench);
  }

  private Job job() {
    return switch (this) {
      case FIRST_INGEST, INGEST -> new IngestJob();
      case FIRST_FACTS, FACTS -> new FactsJob();
      case FIRST_MARTS, MARTS -> new MartsJob();
    };
  }

  private List<String> options(AuroraNights log) {
    return switch (this) {
      case FIRST_INGEST -> log.firstNight();
      case INGEST -> log.allNights();
      case FIRST_FACTS, FIRST_MARTS, FACTS, MARTS -> List.of();
    };
  }
}
