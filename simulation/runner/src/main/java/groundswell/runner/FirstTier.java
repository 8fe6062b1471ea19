package groundswell.runner;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Leaves code that soon is thrown away to the first tier of the JIT compiler: what Spark generates
 * for one plan, and what writes, parses and measures it (decision 0005).
 */
final class FirstTier {
  private static final String DIRECTIVES =
      """
      [{
        match: [
          "org/apache/spark/sql/catalyst/expressions/GeneratedClass*.*",
          "org/codehaus/janino/*.*",
          "org/antlr/*.*",
          "org/apache/xbean/*.*"
        ],
        c2: { Exclude: true }
      }]
      """;

  private FirstTier() {}

  /**
   * Keeps generated code there until the process ends.
   *
   * @return whether this virtual machine takes directives; one that does not is slower, not wrong
   */
  static boolean keepGeneratedCode() {
    try {
      Path file = Files.createTempFile("first-tier", ".json");
      try {
        return add(Files.writeString(file, DIRECTIVES)).startsWith("1 compiler directives added");
      } finally {
        Files.delete(file);
      }
    } catch (IOException | JMException noSuchCommand) {
      return false;
    }
  }

  private static String add(Path directives) throws JMException {
    Object[] arguments = {new String[] {"\"" + directives + "\""}};
    String[] signature = {String[].class.getName()};
    ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(commands, "compilerDirectivesAdd", arguments, signature);
  }
}
