package groundswell.runner.faults;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a proof is, one line per trial on standard error. */
final class ProofProgress {
  private static final int WIDTH = 30;

  private final PrintWriter messages;
  private final long began = System.nanoTime();

  private ProofProgress(PrintWriter messages) {
    this.messages = messages;
  }

  static ProofProgress on(PrintWriter messages) {
    return new ProofProgress(messages);
  }

  static ProofProgress silent() {
    return new ProofProgress(new PrintWriter(PrintWriter.nullWriter()));
  }

  /** Says what a trial came to. */
  void show(int done, int all, String what) {
    double seconds = (System.nanoTime() - began) / 1e9;
    String bar = "#".repeat(WIDTH * done / all) + ".".repeat(WIDTH - WIDTH * done / all);
    messages.printf(
        Locale.ROOT,
        "prove: [%s] %d of %d, about %.0f s left: %s%n",
        bar,
        done,
        all,
        seconds / Math.max(1, done) * (all - done),
        what);
    messages.flush();
  }
}
