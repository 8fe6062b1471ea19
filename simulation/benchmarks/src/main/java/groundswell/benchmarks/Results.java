package groundswell.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file RESULTS.md: one section per benchmark, of which a run replaces its own. */
final class Results {
  private static final String TITLE =
      """
      # Benchmark results

      Each section says by which command, on which machine, JDK and commit it was measured. A ratio
      compares with the named peer in the same run; above 1 we are faster. Sections are replaced by
      `./groundswell bench [name…]`.
      """;

  private final Path file;

  Results(Path file) {
    this.file = file;
  }

  /** Puts a section in its place and leaves the others as they are. */
  void replace(Benchmark benchmark, List<String> circumstances, List<Measurement> lines)
      throws IOException {
    Map<String, String> sections = sections();
    sections.put(benchmark.name(), section(benchmark, circumstances, lines));
    Files.writeString(file, TITLE + String.join("", sections.values()));
  }

  private Map<String, String> sections() throws IOException {
    var sections = new TreeMap<String, String>();
    if (Files.exists(file)) {
      String text = Files.readString(file);
      for (int at = text.indexOf("\n## "); at >= 0; ) {
        int next = text.indexOf("\n## ", at + 1);
        String section = next < 0 ? text.substring(at) : text.substring(at, next);
        sections.put(section.substring(4, section.indexOf('\n', 1)), section);
        at = next;
      }
    }
    return sections;
  }

  private static String section(
      Benchmark benchmark, List<String> circumstances, List<Measurement> lines) {
    var text = new StringBuilder("\n## " + benchmark.name() + "\n\n" + benchmark.question() + "\n");
    text.append('\n');
    circumstances.forEach(line -> text.append("* ").append(line).append('\n'));
    text.append("\n| work | measured | peer | ratio | target |\n|---|---|---|---|---|\n");
    lines.forEach(line -> text.append(line.asRow()).append('\n'));
    return text.toString();
  }
}
