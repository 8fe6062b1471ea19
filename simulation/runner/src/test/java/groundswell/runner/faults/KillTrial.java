package groundswell.runner.faults;

import groundswell.schemas.Publication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/** Kills one step of a night, looks at what is left, and runs the step again. */
final class KillTrial {
  private static final Duration AT_MOST = Duration.ofMinutes(4);

  private final Nights nights;
  private final File output;

  KillTrial(Nights nights, Path output) {
    this.nights = nights;
    this.output = output.toFile();
  }

  /** Something that ends a process; false when it ended by itself before. */
  private interface Death {
    boolean comes() throws IOException, InterruptedException;
  }

  /** Kills at a named point. */
  Kill at(Step step, StopPoint point) throws IOException, InterruptedException {
    return trial(
            step, point.words(), () -> Debugger.kill(nights.command(step), output, point, AT_MOST))
        .orElseThrow(() -> neverThere(step, point));
  }

  /** Kills some time after the step took the warehouse's lock; empty when it ended before. */
  Optional<Kill> after(Step step, Duration delay) throws IOException, InterruptedException {
    String moment = "%d ms after it began".formatted(delay.toMillis());
    return trial(step, moment, () -> isKilledAfter(step, delay));
  }

  /** How long a step takes in a process of its own, from when it took the warehouse's lock. */
  Duration length(Step step) throws IOException, InterruptedException {
    nights.setBackTo(step);
    Process process = begun(step);
    long began = System.nanoTime();
    process.waitFor(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private Optional<Kill> trial(Step step, String moment, Death death)
      throws IOException, InterruptedException {
    nights.setBackTo(step);
    String before = Publication.read(nights.warehouse()).name();
    PublicationWatch watch = PublicationWatch.over(nights.warehouse());
    List<String> problems = new ArrayList<>();
    boolean isPublished;
    try (watch) {
      if (!death.comes()) {
        return Optional.empty();
      }
      isPublished = !Publication.read(nights.warehouse()).name().equals(before);
      if (isPublished) {
        compare("what was published before the end", step, problems);
      }
      nights.again(step);
    }
    compare("after the step was run again", step, problems);
    problems.addAll(Branches.leftOver(nights.warehouse()));
    problems.addAll(watch.complaints());
    requireTwo(before, watch, problems);
    return Optional.of(new Kill(step, moment, isPublished, problems));
  }

  /** A reader sees the state before and the state after, and none between. */
  private void requireTwo(String before, PublicationWatch watch, List<String> problems) {
    List<String> others = watch.seen().stream().filter(name -> !name.equals(before)).toList();
    if (others.size() != 1) {
      problems.add("a reader saw the publications " + watch.seen() + " instead of two");
    }
  }

  private void compare(String when, Step step, List<String> problems) {
    SortedMap<String, String> expected = nights.undisturbed(step);
    SortedMap<String, String> actual = nights.published();
    for (Map.Entry<String, String> table : expected.entrySet()) {
      if (!table.getValue().equals(actual.get(table.getKey()))) {
        problems.add(
            "%s: %s is %s instead of %s"
                .formatted(when, table.getKey(), actual.get(table.getKey()), table.getValue()));
      }
    }
    actual.keySet().stream()
        .filter(table -> !expected.containsKey(table))
        .forEach(table -> problems.add(when + ": " + table + " should not be there"));
  }

  private IllegalStateException neverThere(Step step, StopPoint point) {
    String said;
    try {
      said = Files.readString(output.toPath());
    } catch (IOException gone) {
      said = gone.getMessage();
    }
    return new IllegalStateException(
        "%s ended before it was at '%s'; it said:%n%s"
            .formatted(step.words(), point.words(), said));
  }

  private boolean isKilledAfter(Step step, Duration delay)
      throws IOException, InterruptedException {
    Process process = begun(step);
    boolean hasEnded = process.waitFor(delay.toMillis(), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !hasEnded;
  }

  /** A process that holds the warehouse's lock. */
  private Process begun(Step step) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(nights.command(step))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(output))
            .start();
    Path holder = nights.warehouse().resolve(".lock-holder");
    while (process.isAlive() && !Files.exists(holder)) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    return process;
  }
}
