package groundswell.jobs.launch;

import groundswell.schemas.Fault;
import groundswell.schemas.WarehouseLock;
import groundswell.schemas.YamlMap;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;

/** Runs jobs: lock, session, clock, exit code and log line are the same for all of them. */
public final class Launcher {
  private Launcher() {}

  /** Runs a job as a command of its own; returns the exit code and prints what is to be said. */
  public static int launch(Job job) {
    Clock clock = Clock.systemUTC();
    CommonOptions options = job.options();
    try {
      YamlMap config = options.config();
      try (WarehouseLock lock = WarehouseLock.hold(options.warehouse(), job.stage(), clock)) {
        print(inSession(job, lock, config, clock), options, clock);
      }
      return 0;
    } catch (Exception thrown) { // Spark throws what it does not declare
      return failed(job.stage(), thrown, clock);
    }
  }

  /** Runs a job over an open workbench, whose lock the caller holds. */
  public static StageReport run(Job job, Workbench workbench) {
    long start = System.nanoTime();
    Summary summary = job.run(workbench);
    return new StageReport(job.stage(), summary, (System.nanoTime() - start) / 1e9);
  }

  /** Says on standard error what went wrong; the exit code to end with. */
  public static int failed(String stage, Throwable thrown, Clock clock) {
    Fault fault = Fault.of(thrown);
    if (!fault.isExpected()) {
      thrown.printStackTrace();
    }
    System.err.println(fault.sentence());
    System.err.println(LogLine.of(stage, fault, clock));
    return fault.code().number();
  }

  private static StageReport inSession(Job job, WarehouseLock lock, YamlMap config, Clock clock) {
    SparkSession spark = Sessions.open(job.options().partitions());
    try {
      return run(job, Workbench.over(spark, lock.warehouse(), clock).configuredBy(config));
    } finally {
      spark.stop();
    }
  }

  private static void print(StageReport report, CommonOptions options, Clock clock) {
    if (options.isJson()) {
      System.out.println(report.json());
    } else if (!options.isQuiet()) {
      System.out.println(report.text());
    }
    if (!options.isQuiet()) {
      System.err.println(LogLine.of(report, clock));
    }
  }
}
