package groundswell.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;

/**
 * Work done and CPU time spent by one benchmark thread. Ratios of CPU times hold on a machine that
 * has other things to do; the clock on the wall does not.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class CpuWork {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public long work;
  public long cpuNanoseconds;
  private long begun;

  void begin() {
    begun = THREADS.getCurrentThreadCpuTime();
  }

  void end(long amount) {
    cpuNanoseconds += THREADS.getCurrentThreadCpuTime() - begun;
    work += amount;
  }

  /** CPU time per unit of work [ns]. */
  static double nanoseconds(RunResult result) {
    var counters = result.getSecondaryResults();
    return counters.get("cpuNanoseconds").getScore() / counters.get("work").getScore();
  }
}
