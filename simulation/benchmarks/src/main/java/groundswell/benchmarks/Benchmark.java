package groundswell.benchmarks;

import java.util.List;

/** One section of RESULTS.md: a name for the command line, a question, and measured lines. */
interface Benchmark {

  /** Word on the command line. */
  String name();

  /** What the section answers, in one sentence. */
  String question();

  /** Measures; at most a minute or so. */
  List<Measurement> run(Workshop workshop);
}
