package groundswell.jobs.launch;

import groundswell.jobs.tables.IcebergTables;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.CodeVersion;
import groundswell.schemas.Contracts;
import groundswell.schemas.YamlMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What a stage works with.
 *
 * @param config the whole configuration file; a stage reads its own section and refuses unknown
 *     keys
 */
public record Workbench(
    SparkSession spark, Tables tables, Path warehouse, YamlMap config, Clock clock) {

  /** A workbench over a warehouse folder, without configuration. */
  public static Workbench over(SparkSession spark, Path warehouse, Clock clock) {
    return new Workbench(
        spark, IcebergTables.open(spark, warehouse, clock), warehouse, NO_CONFIG, clock);
  }

  /** The same with a configuration. */
  public Workbench configuredBy(YamlMap file) {
    return new Workbench(spark, tables, warehouse, file, clock);
  }

  /** Version of the code that runs. */
  public String codeVersion() {
    return CODE;
  }

  private static final String CODE = CodeVersion.of(Workbench.class, Contracts.class);
  private static final YamlMap NO_CONFIG = new YamlMap("no configuration", Map.of(), Map.of());
}
