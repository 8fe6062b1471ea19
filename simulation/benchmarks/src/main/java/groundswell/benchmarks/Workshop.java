package groundswell.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The tools of a benchmark: JMH in a fresh JVM, C++ peers where there is a compiler. */
final class Workshop {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;
  private final Path folder;
  private final long events;

  /**
   * @param events asked for, by benchmarks of a log of any size
   */
  Workshop(Path home, Path folder, long events) {
    this.home = home;
    this.folder = folder;
    this.events = events;
  }

  long events() {
    return events;
  }

  /** Options of the command line that the benchmark depends on. */
  String options(Benchmark benchmark) {
    return benchmark.isOfEvents() ? " --events " + events : "";
  }

  /** The project's folder, e.g. to run the launcher. */
  Path home() {
    return home;
  }

  /** A folder for files of this run; removed afterwards. */
  Path folder() {
    return folder;
  }

  /** Runs one JMH method in a JVM of its own with a heap of 2 GB. */
  RunResult jmh(Class<?> type, String method) {
    var options =
        new OptionsBuilder()
            .include(type.getName().replace('$', '.') + "\\." + method + "$")
            .jvmArgs("-Xmx2g", "-Dbenchmark.folder=" + folder)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    try {
      return new Runner(options).runSingle();
    } catch (RunnerException e) {
      throw new IllegalStateException(
          "Cannot measure %s.%s: %s".formatted(type.getSimpleName(), method, e.getMessage()), e);
    }
  }

  /** The numbers that a C++ peer prints; empty where there is no g++. */
  Optional<double[]> peer(String name, Object... words) {
    Path program = folder.resolve(name);
    Path source = home.resolve("simulation/benchmarks/peers/" + name + ".cpp");
    if (!Files.exists(program)) {
      try {
        execute("g++", "-O3", "-march=native", "-std=c++17", "-o", program, source);
      } catch (UncheckedIOException e) { // no compiler on this machine
        return Optional.empty();
      }
    }
    var command = new ArrayList<Object>(List.of(program));
    command.addAll(Arrays.asList(words));
    String printed = execute(command.toArray());
    return Optional.of(
        Arrays.stream(printed.strip().split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
  }

  /** What a verb of the launcher, in a heap of 4 GB, says of itself as JSON. */
  JsonNode launch(Object... words) {
    var command = new ArrayList<Object>();
    command.addAll(List.of("env", "GROUNDSWELL_HEAP=4g", home.resolve("groundswell")));
    command.addAll(Arrays.asList(words));
    command.add("--json");
    String printed = execute(command.toArray());
    String last =
        printed
            .lines()
            .filter(line -> line.startsWith("{\"stage\""))
            .reduce((first, second) -> second)
            .orElseThrow(() -> new IllegalStateException("No numbers in: " + printed));
    return json(last);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read " + text, e);
    }
  }

  /** Standard output of a program that must succeed. */
  String execute(Object... command) {
    var words = Arrays.stream(command).map(Object::toString).toList();
    try {
      var process = new ProcessBuilder(words).directory(home.toFile()).redirectErrorStream(true);
      var running = process.start();
      String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = running.waitFor();
      if (code != 0) {
        throw new IllegalStateException("%s ended with %d: %s".formatted(words, code, printed));
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run %s: %s".formatted(words, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + words, e);
    }
  }
}
