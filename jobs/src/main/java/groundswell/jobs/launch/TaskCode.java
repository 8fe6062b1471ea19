package groundswell.jobs.launch;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Spark compiles the code that it generates once per class loader, and its tasks have a loader of
 * their own: where they run in the driver's process, each piece would be compiled twice, once to
 * see whether it can be and once to run. With the same loader on both sides it is compiled once.
 * Sessions that bring classes of their own would keep the loaders apart, so {@link Sessions} lets
 * them bring none.
 */
final class TaskCode {
  private static final AtomicReference<ClassLoader> OF_TASKS = new AtomicReference<>();

  private TaskCode() {}

  /** Gives this thread, and those that it starts, the class loader of local tasks. */
  static void shareWithTasks(SparkSession spark) {
    if (!spark.sparkContext().isLocal()) {
      return;
    }
    new JavaSparkContext(spark.sparkContext())
        .parallelize(List.of(0), 1)
        .foreach(zero -> OF_TASKS.set(Thread.currentThread().getContextClassLoader()));
    Thread.currentThread().setContextClassLoader(OF_TASKS.get());
  }
}
