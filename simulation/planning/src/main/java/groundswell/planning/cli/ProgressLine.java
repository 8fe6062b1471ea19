package groundswell.planning.cli;

import groundswell.planning.simulate.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Model.CommandSpec;

/**
 * How far the replications are, on standard error: a line that is redrawn on a terminal, a line per
 * 10 % elsewhere. The time left comes from the overall average and is shown as a range, because the
 * replications differ.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final double SPREAD = 0.15;
  private static final long REDRAW_NANOS = 200_000_000L;

  private final PrintWriter err; // null when silent
  private final boolean terminal;
  private final int count;
  private final long begun = System.nanoTime();
  private final AtomicInteger done = new AtomicInteger();
  private long drawn;

  private ProgressLine(PrintWriter err, boolean terminal, int count) {
    this.err = err;
    this.terminal = terminal;
    this.count = count;
  }

  static ProgressLine of(Settings settings, CommandSpec spec, int count) {
    boolean silent = settings.isQuiet() || settings.isJson();
    var err = silent ? null : spec.commandLine().getErr();
    return new ProgressLine(err, onTerminal(), count);
  }

  @SuppressWarnings("SystemConsoleNull") // runs on JDK 17 and 21 only
  private static boolean onTerminal() {
    return System.console() != null;
  }

  @Override
  public void done(int more) {
    int now = done.addAndGet(more);
    if (err != null) {
      show(now, now - more);
    }
  }

  private synchronized void show(int now, int before) {
    long nanos = System.nanoTime();
    boolean tenth = now * 10L / count > before * 10L / count;
    if (terminal && (nanos - drawn > REDRAW_NANOS || now == count)) {
      drawn = nanos;
      err.print("\r\u001B[K" + text(now, (nanos - begun) / 1e9));
      err.flush();
    } else if (!terminal && tenth) {
      err.println(text(now, (nanos - begun) / 1e9));
      err.flush();
    }
  }

  private String text(int now, double seconds) {
    double left = seconds / now * (count - now);
    return String.format(
        Locale.ROOT,
        "simulate %,d/%,d replications %d %% · %.1f/s · %s left (%s–%s)",
        now,
        count,
        100L * now / count,
        now / seconds,
        clock(left),
        clock(left * (1 - SPREAD)),
        clock(left * (1 + SPREAD)));
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return "%02d:%02d".formatted(whole / 60, whole % 60);
  }

  @Override
  public void close() {
    if (err != null && terminal && done.get() > 0) {
      err.println();
      err.flush();
    }
  }
}
