package groundswell.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Under which circumstances a section was measured. */
final class Machine {
  private Machine() {}

  static List<String> circumstances(String command, Workshop workshop) {
    return List.of(
        "command: `" + command + "`",
        "machine: %s, %d cores, load %.1f at the start"
            .formatted(processor(), Runtime.getRuntime().availableProcessors(), load()),
        "JDK: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        "compiler of the peers: " + firstLine(workshop, "g++", "--version"),
        "commit: " + firstLine(workshop, "git", "describe", "--always", "--dirty"));
  }

  private static double load() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  private static String firstLine(Workshop workshop, Object... command) {
    try {
      return workshop.execute(command).lines().findFirst().orElse("unknown");
    } catch (RuntimeException e) {
      return "none";
    }
  }
}
