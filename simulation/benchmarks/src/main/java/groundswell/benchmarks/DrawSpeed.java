package groundswell.benchmarks;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.Philox;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of a keyed draw beside the JDK's own generator, which carries a state along. */
public final class DrawSpeed implements Benchmark {
  @Override
  public String name() {
    return "draws";
  }

  @Override
  public String question() {
    return "What does a random number cost that is a pure function of its key?";
  }

  @Override
  public List<groundswell.benchmarks.Measurement> run(Workshop workshop) {
    double jdk = nanoseconds(workshop, "splittableRandom");
    double keyed = nanoseconds(workshop, "keyedUniform");
    double exponential = nanoseconds(workshop, "keyedExponential");
    double philox = nanoseconds(workshop, "philoxUniform");
    return List.of(
        line("keyed uniform (SplitMix64 finaliser)", keyed, jdk),
        line("keyed exponential", exponential, jdk),
        line("keyed uniform by Philox4x32-10 (cross-check)", philox, jdk));
  }

  private static groundswell.benchmarks.Measurement line(String work, double ours, double jdk) {
    return groundswell.benchmarks.Measurement.against(
        work,
        String.format(Locale.ROOT, "%.2f ns", ours),
        String.format(Locale.ROOT, "SplittableRandom.nextDouble %.2f ns", jdk),
        jdk / ours,
        "–");
  }

  private static double nanoseconds(Workshop workshop, String method) {
    return CpuWork.nanoseconds(workshop.jmh(Draw.class, method));
  }

  /** Sums of many draws. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.Throughput)
  @Fork(1)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 1)
  public static class Draw {
    private static final int COUNT = 100_000;
    private final SplittableRandom random = new SplittableRandom(1);
    private long key = 1;

    @org.openjdk.jmh.annotations.Benchmark
    public double splittableRandom(CpuWork cpu) {
      cpu.begin();
      double sum = 0;
      for (int i = 0; i < COUNT; i++) {
        sum += random.nextDouble();
      }
      cpu.end(COUNT);
      return sum;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double keyedUniform(CpuWork cpu) {
      cpu.begin();
      key++;
      double sum = 0;
      for (int i = 0; i < COUNT; i++) {
        sum += Draws.uniform(key, i);
      }
      cpu.end(COUNT);
      return sum;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double keyedExponential(CpuWork cpu) {
      cpu.begin();
      key++;
      double sum = 0;
      for (int i = 0; i < COUNT; i++) {
        sum += Draws.exponential(key, i);
      }
      cpu.end(COUNT);
      return sum;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double philoxUniform(CpuWork cpu) {
      cpu.begin();
      key++;
      double sum = 0;
      for (int i = 0; i < COUNT; i++) {
        sum += Philox.uniform(key, i);
      }
      cpu.end(COUNT);
      return sum;
    }
  }
}
