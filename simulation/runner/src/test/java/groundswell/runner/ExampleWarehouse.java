package groundswell.runner;

import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import groundswell.generate.output.LocalRun;
import groundswell.generate.output.Truth;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;

/** A warehouse with a real forum, two days of a real shop and a small synthetic community. */
final class ExampleWarehouse {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Workbench workbench;
  private final Truth truth;

  private ExampleWarehouse(Path folder, Workbench workbench, Truth truth) {
    this.folder = folder;
    this.workbench = workbench;
    this.truth = truth;
  }

  /** An empty warehouse below a folder, with aurora's log beside it. */
  static ExampleWarehouse in(Path folder, SparkSession spark) throws java.io.IOException {
    Path warehouse = Files.createDirectories(folder.resolve("ware house"));
    Parameters parameters =
        new Parameters(
            600,
            40,
            7,
            LocalDate.parse("2026-01-01"),
            ZoneId.of("Asia/Shanghai"),
            new Defects(0.02, 0.01, 0.005),
            Format.AVRO);
    Truth truth = LocalRun.run(parameters, folder.resolve("aurora"), 2, block -> {});
    return new ExampleWarehouse(folder, Workbench.over(spark, warehouse, CLOCK), truth);
  }

  Workbench workbench() {
    return workbench;
  }

  Path path() {
    return workbench.warehouse();
  }

  Truth truth() {
    return truth;
  }

  Summary ingestAurora() {
    return run(IngestJob.of(source("aurora"), folder.resolve("aurora/events")));
  }

  /** Ingest, facts, marts and calibrate of all three. */
  ExampleWarehouse build() {
    Path examples = Project.root().resolve("examples");
    ingestAurora();
    run(IngestJob.of(source("bicycles"), examples.resolve("bicycles/data")));
    for (String day : new String[] {"2010-12-01", "2011-01-04"}) {
      Path retail = examples.resolve("online-retail/data");
      run(IngestJob.of(source("online-retail"), retail, LocalDate.parse(day)));
    }
    run(new FactsJob());
    run(new MartsJob());
    run(new CalibrateJob());
    return this;
  }

  Summary run(Job job) {
    return job.run(workbench);
  }

  private static Path source(String example) {
    return Project.root().resolve("examples").resolve(example).resolve("source.yaml");
  }
}
