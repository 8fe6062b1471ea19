package groundswell.planning.cli;

import groundswell.planning.simulate.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far the replications are, on standard error: a line that is redrawn on a terminal, elsewhere
 * a line per 10 % but at most one a second. The time left of one piece of work comes from its
 * overall average, and is shown as a range because replications differ; what has not begun is not
 * guessed at.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final double SPREAD = 0.15;
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 1_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;

  private String what = "";
  private int count;
  private int done;
  private long begun;
  private long drawn;

  ProgressLine(PrintWriter err, boolean terminal, LongSupplier nanos) {
    this.err = err;
    this.terminal = terminal;
    this.nanos = nanos;
  }

  /** On a person's standard error. */
  static ProgressLine on(PrintWriter err) {
    return new ProgressLine(err, onTerminal(), System::nanoTime);
  }

  /** For programs, and for whoever asked for quiet. */
  static ProgressLine silent() {
    return new ProgressLine(new PrintWriter(PrintWriter.nullWriter()), false, System::nanoTime);
  }

  @SuppressWarnings("SystemConsoleNull") // runs on JDK 17 and 21 only
  private static boolean onTerminal() {
    return System.console() != null;
  }

  @Override
  public synchronized void begin(String what, int count) {
    endLine();
    this.what = what;
    this.count = count;
    this.done = 0;
    this.begun = nanos.getAsLong();
    this.drawn = begun;
  }

  @Override
  public synchronized void done(int more) {
    int before = done;
    done += more;
    long now = nanos.getAsLong();
    boolean tenth = done * 10L / count > before * 10L / count;
    if (terminal && (now - drawn > REDRAW_NANOS || done == count)) {
      drawn = now;
      err.print("\r\u001B[K" + text((now - begun) / 1e9));
    } else if (!terminal && tenth && now - drawn >= LINE_NANOS) {
      drawn = now;
      err.println(text((now - begun) / 1e9));
    }
    err.flush();
  }

  private String text(double seconds) {
    double left = seconds / done * (count - done);
    return String.format(
        Locale.ROOT,
        "simulate %,d of %,d %s, %d %% · %.1f/s · %s left (%s–%s)",
        done,
        count,
        what,
        100L * done / count,
        done / seconds,
        clock(left),
        clock(left * (1 - SPREAD)),
        clock(left * (1 + SPREAD)));
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return "%02d:%02d".formatted(whole / 60, whole % 60);
  }

  private void endLine() {
    if (terminal && done > 0) {
      err.println();
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    endLine();
  }
}
