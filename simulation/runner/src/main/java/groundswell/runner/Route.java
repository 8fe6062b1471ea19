package groundswell.runner;

import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Launcher;
import groundswell.jobs.launch.StageReport;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.planning.plan.PlanStage;
import groundswell.planning.report.ReportStage;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.simulate.LocalThreads;
import groundswell.planning.simulate.Progress;
import groundswell.planning.simulate.SimulateStage;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The seven stages in order, on the example communities, over one open workbench. */
final class Route {
  private final Workbench workbench;
  private final Path home;
  private final PrintWriter messages;
  private final boolean isQuiet;

  Route(Workbench workbench, Path home, PrintWriter messages, boolean isQuiet) {
    this.workbench = workbench;
    this.home = home;
    this.messages = messages;
    this.isQuiet = isQuiet;
  }

  /** Runs all stages; hands each one's report on as soon as it is done. */
  void run(Consumer<StageReport> done) {
    say("generate: the synthetic community, unless it is there");
    Path aurora = new AuroraLog(home.resolve("build")).events();
    done.accept(job(ingest(aurora), "events of all communities"));
    done.accept(job(new FactsJob().only(PlanTables.facts()), "facts of all communities"));
    done.accept(job(new MartsJob().only(PlanTables.marts()), "marts of all communities"));
    done.accept(job(new CalibrateJob(), "word of mouth and launches"));
    plan(done);
  }

  /** Where the report lies after the run. */
  Path report() {
    return workbench.warehouse().resolve("report.html");
  }

  private Job ingest(Path aurora) {
    return IngestJob.of(source("bicycles"), home.resolve("examples/bicycles/data"))
        .and(IngestJob.of(source("online-retail"), home.resolve("examples/online-retail/data")))
        .and(IngestJob.of(source("aurora"), aurora));
  }

  private void plan(Consumer<StageReport> done) {
    Path scenario = home.resolve("examples/aurora/scenario.yaml");
    ScenarioFile file = ScenarioFile.read(seenFromHere(scenario));
    String path = " examples/aurora/scenario.yaml";
    try (Warehouse warehouse = Warehouse.open(workbench.warehouse())) {
      var simulate =
          new SimulateStage(
              warehouse, LocalThreads.ofThisMachine(), Progress.SILENT, workbench.clock());
      var plan = new PlanStage(warehouse, workbench.clock());
      var report = new ReportStage(warehouse);
      done.accept(stage(() -> simulate.run(file, "groundswell simulate" + path)));
      done.accept(stage(() -> plan.run(file, "groundswell plan" + path)));
      done.accept(stage(() -> report.run(file, report(), "groundswell report" + path)));
    }
  }

  private StageReport job(Job job, String what) {
    say(job.stage() + ": " + what);
    return Launcher.run(job, workbench);
  }

  private static StageReport stage(Supplier<StageResult> work) {
    long start = System.nanoTime();
    StageResult result = work.get();
    return new StageReport(
        result.stage(),
        new Summary(
            result.rowsIn(),
            result.rowsOut(),
            result.rejected(),
            result.runId(),
            result.published()),
        (System.nanoTime() - start) / 1e9);
  }

  private Path source(String example) {
    return home.resolve("examples").resolve(example).resolve("source.yaml");
  }

  /** The path as a reader in the current folder would write it. */
  private static Path seenFromHere(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private void say(String what) {
    if (!isQuiet) {
      messages.println("demo: " + what);
      messages.flush();
    }
  }
}
