package groundswell.jobs.tables;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Spark's settings as they may be written down. */
final class SparkSettings {
  /** What stands in place of a value that may be a secret. */
  static final String HIDDEN = "(hidden)";

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)secret|password|passwd|token|credential|access.?key|private|jdbc\\.user");

  /**
   * Names of the application and addresses of the process differ in every run and decide nothing.
   */
  private static final Pattern OF_THE_PROCESS =
      Pattern.compile(
          "spark\\.(app\\.|driver\\.port|driver\\.host|executor\\.id|repl\\.|.*startTime).*");

  private static final Pattern SECRET_VALUE =
      Pattern.compile("(?i)://[^/@\\s]+:[^/@\\s]*@|[?&;](user|password|token|secret)\\w*=");

  private SparkSettings() {}

  /** All settings of a session; values that may be secrets are hidden. */
  static Map<String, String> of(SparkSession session) {
    return shown(CollectionConverters.asJava(session.conf().getAll()));
  }

  static Map<String, String> shown(Map<String, String> settings) {
    Map<String, String> shown = new TreeMap<>();
    settings.forEach(
        (name, value) -> {
          if (!OF_THE_PROCESS.matcher(name).matches()) {
            shown.put(name, isSecret(name, value) ? HIDDEN : value);
          }
        });
    return shown;
  }

  private static boolean isSecret(String name, String value) {
    return SECRET_NAME.matcher(name).find() || SECRET_VALUE.matcher(value).find();
  }
}
