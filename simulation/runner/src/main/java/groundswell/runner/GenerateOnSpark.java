package groundswell.runner;

import groundswell.generate.Parameters;
import groundswell.generate.output.Generation;
import groundswell.generate.output.LocalRun;
import groundswell.generate.output.Report;
import groundswell.generate.output.Truth;
import groundswell.jobs.launch.Sessions;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The same blocks over a cluster; every machine must see the output folder. */
final class GenerateOnSpark {
  /** Blocks per task, so that a task's machine works the history out once for many blocks. */
  private static final int BLOCKS_PER_TASK = 30;

  private GenerateOnSpark() {}

  static Truth run(Parameters parameters, Path output, IntConsumer progress) {
    LocalRun.refuseUsed(output);
    int blocks = Generation.blocks(parameters);
    SparkSession spark = Sessions.open();
    try {
      int tasks = Math.max(spark.sparkContext().defaultParallelism(), blocks / BLOCKS_PER_TASK);
      List<Report> reports = reports(spark, parameters, output.toString(), blocks, tasks);
      progress.accept(blocks);
      return new Generation(parameters, output).finish(reports);
    } finally {
      spark.stop();
    }
  }

  static List<Report> reports(
      SparkSession spark, Parameters parameters, String output, int blocks, int tasks) {
    List<Integer> numbers = IntStream.range(0, blocks).boxed().toList();
    return new JavaSparkContext(spark.sparkContext())
        .parallelize(numbers, tasks)
        .mapPartitions(part -> write(parameters, output, part))
        .collect();
  }

  private static Iterator<Report> write(
      Parameters parameters, String output, Iterator<Integer> blocks) {
    Generation generation = new Generation(parameters, Path.of(output));
    Iterable<Integer> part = () -> blocks;
    return StreamSupport.stream(part.spliterator(), false).map(generation::write).iterator();
  }
}
