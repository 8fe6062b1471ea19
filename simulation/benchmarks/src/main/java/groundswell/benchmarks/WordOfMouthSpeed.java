package groundswell.benchmarks;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkFile;
import groundswell.kernels.network.RandomNetworks;
import groundswell.kernels.wordofmouth.DailyOutcome;
import groundswell.kernels.wordofmouth.IndependentCascade;
import groundswell.kernels.wordofmouth.TieRate;
import groundswell.kernels.wordofmouth.WordOfMouth;
import groundswell.kernels.wordofmouth.WordOfMouthParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Arcs per second of the cascades, in and out of the processor's cache. */
public final class WordOfMouthSpeed implements Benchmark {
  private static final int SEEDS = 50;

  @Override
  public String name() {
    return "wordofmouth";
  }

  @Override
  public String question() {
    return "How many arcs per CPU second does a cascade look at, in and out of the processor's cache?";
  }

  @Override
  public List<groundswell.benchmarks.Measurement> run(Workshop workshop) {
    var lines = new ArrayList<groundswell.benchmarks.Measurement>();
    for (Size size : Size.values()) {
      Network network = size.network();
      NetworkFile.write(network, workshop.folder().resolve(size.file()));
      double cascade = arcsPerSecond(workshop, size, "cascade");
      for (String manner : List.of("plain", "prefetch")) {
        addCascade(lines, workshop, size, network, cascade, manner);
      }
      String work = "daily model, 180 days, one tie class, on " + size.text;
      double rate = arcsPerSecond(workshop, size, "daily");
      lines.add(groundswell.benchmarks.Measurement.of(work, millions(rate)));
    }
    return lines;
  }

  private static void addCascade(
      List<groundswell.benchmarks.Measurement> lines,
      Workshop workshop,
      Size size,
      Network network,
      double ours,
      String manner) {
    Path file = workshop.folder().resolve(size.file());
    var printed = workshop.peer("cascade", file, SEEDS, 1, 3, manner);
    String work = "independent cascade, weighted by in-degree, on " + size.text;
    if (printed.isEmpty()) {
      lines.add(groundswell.benchmarks.Measurement.of(work, millions(ours)));
      return;
    }
    double peer = printed.get()[1] / printed.get()[2];
    boolean same = reachOfTen(network) == (long) printed.get()[3];
    lines.add(
        groundswell.benchmarks.Measurement.against(
            work,
            millions(ours),
            "C++ -O3 %s %s, %s reach".formatted(manner, millions(peer), same ? "same" : "another"),
            ours / peer,
            size.target(manner)));
  }

  private static long reachOfTen(Network network) {
    var cascade = new IndependentCascade(network);
    int[] seeds = IntStream.range(0, SEEDS).toArray();
    long sum = 0;
    for (int replication = 0; replication < 10; replication++) {
      sum += cascade.spread(seeds, 1, replication);
    }
    return sum;
  }

  private static double arcsPerSecond(Workshop workshop, Size size, String method) {
    var result = workshop.jmh(size == Size.IN_CACHE ? InCache.class : OutOfCache.class, method);
    return 1e9 / CpuWork.nanoseconds(result);
  }

  private static String millions(double perSecond) {
    return String.format(Locale.ROOT, "%.0f M arcs per CPU second", perSecond / 1e6);
  }

  private enum Size {
    IN_CACHE("15 k members, 60 k arcs", 15_000, 2),
    OUT_OF_CACHE("1 M members, 20 M arcs", 1_000_000, 10);

    private final String text;
    private final int members;
    private final int ties;

    Size(String text, int members, int ties) {
      this.text = text;
      this.members = members;
      this.ties = ties;
    }

    Network network() {
      return RandomNetworks.barabasiAlbert(members, ties, 1).weightedByInDegree();
    }

    String file() {
      return name() + ".csr";
    }

    String target(String manner) {
      return switch (this) {
        case IN_CACHE -> manner.equals("plain") ? "≥ 0.75" : "–";
        case OUT_OF_CACHE -> manner.equals("prefetch") ? "≥ 0.90" : "–";
      };
    }
  }

  /** One invocation is one replication. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.Throughput)
  @Fork(1)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 1)
  public abstract static class Cascades {
    private IndependentCascade cascade;
    private WordOfMouth daily;
    private DailyOutcome outcome;
    private int[] seeds;
    private int replication;
    private long before;

    abstract String file();

    @Setup(Level.Trial)
    public void read() {
      Path folder = Path.of(System.getProperty("benchmark.folder"));
      Network network = NetworkFile.read(folder.resolve(file()));
      seeds = IntStream.range(0, SEEDS).toArray();
      cascade = new IndependentCascade(network);
      var parameters =
          WordOfMouthParameters.of(180, new TieRate("tie", 0.05))
              .withTalkWindow(30)
              .withInitialAdopters(seeds);
      daily = new WordOfMouth(network, parameters);
      outcome = DailyOutcome.of(parameters);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int cascade(CpuWork cpu) {
      cpu.begin();
      int reached = cascade.spread(seeds, 1, replication++);
      cpu.end(cascade.arcsScanned() - before);
      before = cascade.arcsScanned();
      return reached;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public long daily(CpuWork cpu) {
      cpu.begin();
      daily.run(1, replication++, outcome);
      cpu.end(outcome.arcsScanned());
      return outcome.adoptersUntil(180);
    }
  }

  /** Fits into the second-level cache. */
  public static class InCache extends Cascades {
    @Override
    String file() {
      return Size.IN_CACHE.file();
    }
  }

  /** Does not fit into any cache. */
  public static class OutOfCache extends Cascades {
    @Override
    String file() {
      return Size.OUT_OF_CACHE.file();
    }
  }
}
