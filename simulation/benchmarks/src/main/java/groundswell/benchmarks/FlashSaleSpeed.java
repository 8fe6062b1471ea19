package groundswell.benchmarks;

import groundswell.kernels.flashsale.Arrivals;
import groundswell.kernels.flashsale.Demand;
import groundswell.kernels.flashsale.FlashSale;
import groundswell.kernels.flashsale.Gate;
import groundswell.kernels.flashsale.Payment;
import groundswell.kernels.flashsale.QueuePolicy;
import groundswell.kernels.flashsale.SaleOutcome;
import groundswell.kernels.flashsale.SaleParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One replication of a sale of 100,000 units to 7.45 million holders. */
public final class FlashSaleSpeed implements Benchmark {
  private static final long HOLDERS = 7_450_000;
  private static final long STOCK = 100_000;

  @Override
  public String name() {
    return "flashsale";
  }

  @Override
  public String question() {
    return "How long does one replication of a sale of 100,000 units to 7.45 million holders take?";
  }

  @Override
  public List<groundswell.benchmarks.Measurement> run(Workshop workshop) {
    var lines = new ArrayList<groundswell.benchmarks.Measurement>();
    double stream = milliseconds(workshop, "orderStatisticStream");
    workshop
        .peer("sale", HOLDERS / 2, HOLDERS / 2, STOCK, 3)
        .ifPresentOrElse(
            printed -> lines.add(againstPeer(stream, printed)),
            () -> lines.add(groundswell.benchmarks.Measurement.of(STREAM, show(stream))));
    lines.add(
        groundswell.benchmarks.Measurement.of(
            "the same before a gate of 1,192 orders/s", show(milliseconds(workshop, "gate"))));
    double retries = milliseconds(workshop, "retries");
    lines.add(
        groundswell.benchmarks.Measurement.against(
            "retries counted in bins, gate of 1,192 orders/s",
            show(retries),
            "promised time",
            0.5 / retries,
            "≤ 0.5 ms"));
    return lines;
  }

  private static final String STREAM = "order-statistic stream, half lognormal, half exponential";

  private static groundswell.benchmarks.Measurement againstPeer(double ours, double[] printed) {
    double peer = printed[1] / printed[0] * 1000;
    double apart = Math.abs(meanOfTen() - printed[2]);
    return groundswell.benchmarks.Measurement.against(
        STREAM,
        show(ours),
        "C++ -O3 %s, mean sell-out %.1e s apart".formatted(show(peer), apart),
        peer / ours,
        "≥ 0.67");
  }

  private static double meanOfTen() {
    var kernel = new FlashSale();
    var out = new SaleOutcome();
    double sum = 0;
    for (int replication = 0; replication < 10; replication++) {
      kernel.run(Sale.OPEN, 1, replication, out);
      sum += out.sellOutSeconds();
    }
    return sum / 10;
  }

  private static double milliseconds(Workshop workshop, String method) {
    return CpuWork.nanoseconds(workshop.jmh(Sale.class, method)) / 1e6;
  }

  private static String show(double milliseconds) {
    return String.format(Locale.ROOT, "%.2f ms", milliseconds);
  }

  /** One invocation is one replication. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.Throughput)
  @Fork(1)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 1)
  public static class Sale {
    private static final double FOR_EVER = Double.POSITIVE_INFINITY;
    private static final SaleParameters OPEN = sale(Gate.open());
    private static final SaleParameters GATED = sale(Gate.ofRate(1192));
    private static final SaleParameters RETRIES =
        sale(new Gate(1192, 100, new QueuePolicy.LossWithRetry(5, 0.95)));

    private final FlashSale kernel = new FlashSale();
    private final SaleOutcome out = new SaleOutcome();
    private int replication;

    /** Half of the holders poised; the exact halves are binomial. */
    private static SaleParameters sale(Gate gate) {
      return new SaleParameters(
          STOCK,
          FOR_EVER,
          Demand.ofReservations(HOLDERS, 1),
          new Arrivals(0.5, 2, 0.8, 600),
          gate,
          Payment.always());
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double orderStatisticStream(CpuWork cpu) {
      return run(OPEN, cpu);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double gate(CpuWork cpu) {
      return run(GATED, cpu);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double retries(CpuWork cpu) {
      return run(RETRIES, cpu);
    }

    private double run(SaleParameters sale, CpuWork cpu) {
      cpu.begin();
      kernel.run(sale, 1, replication++, out);
      cpu.end(1);
      return out.sellOutSeconds();
    }
  }
}
