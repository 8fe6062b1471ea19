package groundswell.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** {@code bench [name…]}: measures and writes the sections of RESULTS.md; no name means all. */
public final class Main {
  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new DrawSpeed(),
          new FlashSaleSpeed(),
          new WordOfMouthSpeed(),
          new RouteSpeed(),
          new MartsSpeed());

  private static final long EVENTS = 1_000_000;

  private Main() {}

  public static void main(String[] words) throws IOException {
    var wanted = new ArrayList<>(List.of(words));
    long events = events(wanted);
    if (wanted.contains("--help") || wanted.contains("--list")) {
      System.out.print(help());
      return;
    }
    var known = BENCHMARKS.stream().map(Benchmark::name).toList();
    for (String name : wanted) {
      if (!known.contains(name)) {
        System.err.println("No benchmark is called '%s'; there are %s".formatted(name, known));
        System.exit(2);
      }
    }
    measure(wanted.isEmpty() ? known : wanted, events);
  }

  /** Takes {@code --events N} out of the words. */
  private static long events(List<String> words) {
    int place = words.indexOf("--events");
    if (place < 0) {
      return EVENTS;
    }
    words.remove(place);
    String number = place < words.size() ? words.remove(place) : "";
    if (!number.matches("[1-9][0-9]{0,10}")) {
      System.err.println(
          "--events needs a number, e.g. --events 10000000, but has '%s'".formatted(number));
      System.exit(2);
    }
    return Long.parseLong(number);
  }

  private static void measure(List<String> names, long events) throws IOException {
    Path home = Path.of(System.getProperty("groundswell.home", ".")).toAbsolutePath().normalize();
    var results = new Results(home.resolve("simulation/benchmarks/RESULTS.md"));
    Path folder = Files.createTempDirectory("groundswell-bench");
    try {
      var workshop = new Workshop(home, folder, events);
      for (Benchmark benchmark : BENCHMARKS) {
        if (names.contains(benchmark.name())) {
          measure(benchmark, workshop, results);
        }
      }
    } finally {
      remove(folder);
    }
  }

  private static void measure(Benchmark benchmark, Workshop workshop, Results results)
      throws IOException {
    System.err.println("bench " + benchmark.name() + ": " + benchmark.question());
    String command = "./groundswell bench " + benchmark.name() + workshop.options(benchmark);
    var circumstances = Machine.circumstances(command, workshop);
    var lines = benchmark.run(workshop);
    results.replace(benchmark, circumstances, lines);
    lines.forEach(line -> System.out.println(line.asRow()));
  }

  private static String help() {
    var text =
        new StringBuilder(
            """
            Usage: ./groundswell bench [--events N] [name…]
            Measures and writes simulation/benchmarks/RESULTS.md. Example: ./groundswell bench draws
              --events N    about so many events for marts (default: 1,000,000)
            """);
    BENCHMARKS.forEach(one -> text.append("  %-14s%s%n".formatted(one.name(), one.question())));
    return text.toString();
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      Path[] deepestFirst = files.sorted(Comparator.reverseOrder()).toArray(Path[]::new);
      for (Path file : Arrays.asList(deepestFirst)) {
        Files.delete(file);
      }
    }
  }
}
