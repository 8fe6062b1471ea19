package groundswell.runner.faults;

import groundswell.runner.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that says what was done, where, and what came of it. */
final class EvidencePage {
  private EvidencePage() {}

  static String of(FaultFindings findings, String command) {
    return """
        # Faults: what was done and what came of it

        Written by `%s`. What is promised, and which test holds it in short: [guarantees](../guarantees.md).

        %s

        ## Outcome

        %s in %d minutes.%s

        After each kill: a reader who never stopped polling `publish/latest.json` saw the publication before and the one
        after, each with all its files; what was published was the state of an undisturbed run, before or after; the same
        command run again left the rows of an undisturbed run in every table and in the account of every file, as DuckDB
        reads them from the published file lists; and no branch was left.

        ## Kills at named points, in the second night of a small community

        | step | killed | published before it died | outcome |
        |---|---|---|---|
        %s

        ## Kills at random moments, seed %d

        | step | kills | died before publishing | died after | harmless |
        |---|--:|--:|--:|--:|
        %s

        Moments, in milliseconds after the process took the warehouse's lock: %s.

        ## Damaged rows

        A third of the rows have a hostile value or broken bytes; a file that breaks in its middle counts its lost tail once.

        | format | files | rows read | events read | accepted | duplicate | rejected | reasons |
        |---|--:|--:|--:|--:|--:|--:|---|
        %s
        """
        .formatted(
            command,
            circumstances(),
            findings.sentence(),
            Math.max(1, findings.spent().toMinutes()),
            findings.problems().stream()
                .map(problem -> "\n- " + problem)
                .collect(Collectors.joining()),
            named(findings.named()),
            findings.seed(),
            random(findings.random()),
            moments(findings.random()),
            fuzzed(findings.fuzzed()));
  }

  private static String named(List<Kill> kills) {
    return kills.stream()
        .map(
            kill ->
                "| %s | %s | %s | %s |"
                    .formatted(
                        kill.step().words(),
                        kill.moment(),
                        kill.isPublished() ? "yes" : "no",
                        kill.isHarmless() ? "harmless" : "broken"))
        .collect(Collectors.joining("\n"));
  }

  private static String random(List<Kill> kills) {
    return Stream.of(Step.values())
        .map(step -> row(step, kills.stream().filter(kill -> kill.step() == step).toList()))
        .filter(row -> !row.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String row(Step step, List<Kill> kills) {
    long after = kills.stream().filter(Kill::isPublished).count();
    long harmless = kills.stream().filter(Kill::isHarmless).count();
    return kills.isEmpty()
        ? ""
        : "| %s | %d | %d | %d | %d |"
            .formatted(step.words(), kills.size(), kills.size() - after, after, harmless);
  }

  private static String moments(List<Kill> kills) {
    return kills.stream()
        .map(kill -> kill.step().words() + " " + millis(kill))
        .collect(Collectors.joining(", "));
  }

  private static String millis(Kill kill) {
    return kill.moment().substring(0, kill.moment().indexOf(' '));
  }

  private static String fuzzed(List<Fuzzed> formats) {
    return formats.stream()
        .map(
            rows ->
                "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %s |"
                    .formatted(
                        rows.format().suffix(),
                        rows.files(),
                        rows.rows(),
                        rows.events(),
                        rows.accepted(),
                        rows.duplicate(),
                        rows.rejected(),
                        reasons(rows.reasons())))
        .collect(Collectors.joining("\n"));
  }

  private static String reasons(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String circumstances() {
    return """
        - machine: %s, %d cores
        - JDK: %s %s
        - commit: %s"""
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.vm.name"),
            System.getProperty("java.version"),
            commit());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException unknown) {
      return System.getProperty("os.arch");
    }
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(Project.root().toFile())
              .start();
      try (InputStream out = git.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      }
    } catch (IOException none) {
      return "unknown";
    }
  }
}
