package groundswell.runner;

import groundswell.generate.Parameters;
import groundswell.generate.output.Generation;
import groundswell.generate.output.LocalRun;
import groundswell.generate.output.Report;
import groundswell.generate.output.Truth;
import groundswell.jobs.launch.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.spark.sql.SparkSession;

/** The same blocks over a cluster; every machine must see the output folder. */
final class GenerateOnSpark {
  /** Blocks per task, so that a task's machine works the history out once for many blocks. */
  private static final int BLOCKS_PER_TASK = 30;

  private GenerateOnSpark() {}

  /** Writes everything on a session of its own. */
  static Truth run(Parameters parameters, Path output, IntConsumer progress) {
    int blocks = Generation.blocks(parameters);
    SparkSession spark = Sessions.open();
    try {
      int tasks = Math.max(spark.sparkContext().defaultParallelism(), blocks / BLOCKS_PER_TASK);
      return run(spark, tasks, parameters, output, progress);
    } finally {
      spark.stop();
    }
  }

  /**
   * Writes everything; the bytes do not depend on {@code tasks}.
   *
   * @param progress is told how many blocks are done, of {@link Generation#blocks}
   */
  static Truth run(
      SparkSession spark, int tasks, Parameters parameters, Path output, IntConsumer progress) {
    LocalRun.refuseUsed(output);
    AtomicInteger done = new AtomicInteger();
    List<Report> reports =
        new NumberedTasks(spark, tasks)
            .run(
                Generation.blocks(parameters),
                write(parameters, output.toString()),
                more -> progress.accept(done.addAndGet(more)));
    return new Generation(parameters, output).finish(reports);
  }

  private static NumberedTasks.Work<Report> write(Parameters parameters, String output) {
    return blocks -> {
      Generation generation = new Generation(parameters, Path.of(output));
      ArrayList<Report> reports = new ArrayList<>();
      blocks.forEachRemaining(block -> reports.add(generation.write(block)));
      return reports;
    };
  }
}
