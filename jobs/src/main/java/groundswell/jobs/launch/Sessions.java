package groundswell.jobs.launch;

import org.apache.spark.sql.SparkSession;

/** Spark sessions as the jobs need them: loopback, UTC, no page, settings for small data. */
public final class Sessions {
  /** Lookups of this size go to every task, instead of sorting the events to meet them [bytes]. */
  private static final String MEMBERS_FIT = "64m";

  /** Groups that an aggregation of objects holds in memory before it sorts; Spark's 128 is few. */
  private static final String GROUPS_FIT = "200000";

  /** With so few shuffle partitions, planning again after each shuffle costs more than it saves. */
  private static final int FEW_PARTITIONS = 8;

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
            .config("spark.sql.adaptive.enabled", Boolean.toString(partitions > FEW_PARTITIONS))
            .config("spark.sql.autoBroadcastJoinThreshold", MEMBERS_FIT)
            .config("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", MEMBERS_FIT)
            .config("spark.sql.join.preferSortMergeJoin", "false")
            .config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", GROUPS_FIT)
            .config("spark.sql.inMemoryColumnarStorage.compressed", "false")
            .config("spark.sql.sources.partitionOverwriteMode", "static")
            .config("spark.sql.artifact.isolation.enabled", "false") // see TaskCode
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    if (System.getProperty("spark.master") == null) {
      builder
          .master("local[*]")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1");
    }
    SparkSession spark = builder.getOrCreate();
    TaskCode.shareWithTasks(spark);
    return spark;
  }
}
