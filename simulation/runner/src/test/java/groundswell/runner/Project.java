package groundswell.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the project lies, seen from a test of one module. */
public final class Project {
  private static final List<String> LAUNCHER_VERBS =
      List.of("build", "test", "format", "docs", "bench", "prove", "help");

  private Project() {}

  /** The folder of the launcher. */
  public static Path root() {
    Path folder = Path.of(System.getProperty("groundswell.home", "")).toAbsolutePath();
    while (!Files.exists(folder.resolve("groundswell"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Verbs of the launcher script and of the main class. */
  static List<String> verbs() {
    List<String> verbs = new ArrayList<>(LAUNCHER_VERBS);
    verbs.addAll(Main.commandLine().getSubcommands().keySet());
    return verbs;
  }
}
