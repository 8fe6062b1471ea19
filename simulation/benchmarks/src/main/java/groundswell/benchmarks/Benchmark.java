package groundswell.benchmarks;

import java.util.List;

/** One section of RESULTS.md: a name for the command line, a question, and measured lines. */
interface Benchmark {

  /** Word on the command line. */
  String name();

  /** What the section answers, in one sentence. */
  String question();

  /** True when the number of events can be chosen. */
  default boolean isOfEvents() {
    return false;
  }

  /** Measures; at most a minute or so, unless more events are asked for. */
  List<Measurement> run(Workshop workshop);
}
