package groundswell.runner.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a proof found.
 *
 * @param named kills at named points
 * @param random kills at random moments
 */
record FaultFindings(
    long seed, List<Kill> named, List<Kill> random, List<Fuzzed> fuzzed, Duration spent) {
  FaultFindings {
    named = List.copyOf(named);
    random = List.copyOf(random);
    fuzzed = List.copyOf(fuzzed);
  }

  boolean isHarmless() {
    return problems().isEmpty();
  }

  List<String> problems() {
    return Stream.concat(
            Stream.concat(named.stream(), random.stream())
                .flatMap(
                    kill ->
                        kill.problems().stream()
                            .map(it -> kill.step().words() + ", " + kill.moment() + ": " + it)),
            fuzzed.stream()
                .flatMap(rows -> rows.problems().stream().map(it -> rows.format() + ": " + it)))
        .toList();
  }

  /** All in one sentence. */
  String sentence() {
    return "%d kills at named points, %d at random moments, %,d damaged rows: %s"
        .formatted(
            named.size(),
            random.size(),
            fuzzed.stream().mapToLong(Fuzzed::rows).sum(),
            isHarmless() ? "every promise held" : problems().size() + " promises broken");
  }
}
