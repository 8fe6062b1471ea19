package groundswell.jobs.launch;

import groundswell.schemas.YamlFile;
import groundswell.schemas.YamlMap;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command; a command takes them in as a picocli mixin. */
public final class CommonOptions {
  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "warehouse",
      description = "Folder of the tables (default: ./warehouse).")
  private Path warehouse;

  @Option(names = "--config", paramLabel = "FILE", description = "Configuration, YAML.")
  private Path config;

  @Option(
      names = "--json",
      description = "Print the numbers as JSON on standard output; messages go to standard error.")
  private boolean isJson;

  @Option(names = "--quiet", description = "Print nothing but faults.")
  private boolean isQuiet;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Shuffle partitions (default: one per core). Results do not depend on it.")
  private Integer partitions;

  /** Folder of the tables. */
  public Path warehouse() {
    return warehouse.toAbsolutePath().normalize();
  }

  /** The configuration; without entries when none was named. */
  public YamlMap config() {
    return config == null
        ? new YamlMap("no configuration", Map.of(), Map.of())
        : YamlFile.read(config);
  }

  /** Shuffle partitions. */
  public int partitions() {
    return partitions == null ? Runtime.getRuntime().availableProcessors() : partitions;
  }

  /** True when numbers are to be printed as JSON. */
  public boolean isJson() {
    return isJson;
  }

  /** True when nothing but faults is to be printed. */
  public boolean isQuiet() {
    return isQuiet;
  }
}
