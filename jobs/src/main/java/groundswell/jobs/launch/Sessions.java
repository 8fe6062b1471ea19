package groundswell.jobs.launch;

import org.apache.spark.sql.SparkSession;

/** Spark sessions as the jobs need them: loopback, UTC, no page, settings for small data. */
public final class Sessions {
  private Sessions() {}

  /** A session with as many shuffle partitions as the machine has cores. */
  public static SparkSession open() {
    return open(Runtime.getRuntime().availableProcessors());
  }

  /**
   * A session with this many shuffle partitions; the master is local unless spark-submit says so.
   */
  public static SparkSession open(int partitions) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("groundswell")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", Integer.toString(partitions))
            .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false")
            .config("spark.sql.sources.partitionOverwriteMode", "static")
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    if (System.getProperty("spark.master") == null) {
      builder
          .master("local[*]")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1");
    }
    return builder.getOrCreate();
  }
}
