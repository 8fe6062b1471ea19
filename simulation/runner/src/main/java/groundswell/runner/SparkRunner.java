package groundswell.runner;

import groundswell.jobs.launch.Sessions;
import groundswell.planning.simulate.Progress;
import groundswell.planning.simulate.ReplicationRunner;
import groundswell.planning.store.StageResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Replications over Spark. A replication is sent to each machine once, whatever the tasks. */
final class SparkRunner implements ReplicationRunner {
  /** Small enough to be heard of often, large enough that starting tasks costs little. */
  private static final int TASKS_PER_CORE = 8;

  private final SparkSession spark;
  private final int slices;

  /**
   * @param slices tasks per piece of work; 0 for a number that fits the cluster
   */
  SparkRunner(SparkSession spark, int slices) {
    this.spark = spark;
    this.slices = slices > 0 ? slices : TASKS_PER_CORE * spark.sparkContext().defaultParallelism();
  }

  /** Runs one stage on a session of its own. */
  static StageResult inSession(int slices, Function<ReplicationRunner, StageResult> stage) {
    SparkSession spark = Sessions.open();
    try {
      return stage.apply(new SparkRunner(spark, slices));
    } finally {
      spark.stop();
    }
  }

  @Override
  public <T extends Serializable> List<T> run(
      int count, Replication<T> replication, Progress progress) {
    Broadcast<Replication<T>> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(replication);
    try {
      return new NumberedTasks(spark, slices).run(count, work(shared), progress::done);
    } finally {
      shared.destroy();
    }
  }

  private static <T extends Serializable> NumberedTasks.Work<T> work(
      Broadcast<Replication<T>> shared) {
    return numbers -> {
      ArrayList<T> results = new ArrayList<>();
      numbers.forEachRemaining(number -> results.add(shared.value().run(number)));
      return results;
    };
  }
}
