package groundswell.planning.cli;

import groundswell.schemas.YamlFile;
import groundswell.schemas.YamlMap;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command; a command takes them in as a picocli mixin. */
public final class Settings {
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

  Path warehouse() {
    return warehouse.toAbsolutePath().normalize();
  }

  /** The configuration; without entries when none was named. */
  YamlMap config() {
    return config == null
        ? new YamlMap("no configuration", Map.of(), Map.of())
        : YamlFile.read(config);
  }

  boolean isJson() {
    return isJson;
  }

  boolean isQuiet() {
    return isQuiet;
  }
}
