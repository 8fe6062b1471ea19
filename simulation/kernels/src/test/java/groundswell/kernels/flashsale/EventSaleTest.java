package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The stream of order statistics and the sale event by event agree in distribution: two samples of
 * 1,000 sales, Kolmogorov-Smirnov distance below its 0.1 % point, 1.95 sqrt(2 / n).
 */
class EventSaleTest {
  private static final int SALES = 1000;
  private static final double LIMIT = 1.95 * Math.sqrt(2.0 / SALES);
  private static final Demand CROWD = new Demand(600, 0.7, 0, 0.8, 1);
  private static final Arrivals MIXED = new Arrivals(0.4, 2, 0.8, 60);

  @Test
  void sell_out_times_agree_without_a_gate() {
    agree(new SaleParameters(80, 1e9, CROWD, MIXED, Gate.ofRate(1e9), Payment.always()));
  }

  @Test
  void sell_out_times_agree_before_a_gate_that_is_busy_at_first_and_idle_later() {
    agree(new SaleParameters(220, 1e9, CROWD, MIXED, Gate.ofRate(12), Payment.always()));
  }

  @Test
  void sell_out_times_agree_when_the_poised_are_in_line_at_the_opening() {
    var gate = new Gate(12, 0, new QueuePolicy.RandomPrequeue());
    agree(new SaleParameters(220, 1e9, CROWD, MIXED, gate, Payment.always()));
  }

  @Test
  void returns_agree_when_unpaid_units_are_on_sale_again_at_once() {
    var payment = new Payment(0.3, 15, Payment.UnpaidUnits.AT_ONCE);
    var sale = new SaleParameters(80, 90, CROWD, MIXED, Gate.ofRate(12), payment);
    agree(sale, SaleOutcome::returned, reference -> reference.returned);
    agree(sale, SaleOutcome::served, reference -> reference.served);
    agree(sale, SaleOutcome::unserved, reference -> reference.buyers - reference.served);
  }

  @Test
  void counting_retries_in_bins_agrees_with_each_retry_on_its_own_before_a_busy_gate() {
    var gate = new Gate(12, 0, new QueuePolicy.LossWithRetry(3, 0.9));
    var sale = new SaleParameters(150, 1e9, CROWD, MIXED, gate, Payment.always());
    double[] counted = kernel(sale, SaleOutcome::sellOutSeconds);
    double[] single = reference(sale, history -> history.sellOutSeconds);
    double mean = Arrays.stream(single).average().orElseThrow();
    assertThat(Arrays.stream(counted).average().orElseThrow()).isCloseTo(mean, within(0.02 * mean));
  }

  @Test
  void a_crowd_before_the_gate_is_let_in_at_the_pace_of_each_try_on_its_own() {
    var gate = new Gate(50, 0, new QueuePolicy.LossWithRetry(3, 0.9));
    var many = Demand.ofReservations(20_000, 1);
    var sale = new SaleParameters(400, 1e9, many, MIXED, gate, Payment.always());
    var kernel = new FlashSale();
    var out = new SaleOutcome();
    for (int replication = 0; replication < 20; replication++) {
      kernel.run(sale, 5, replication, out);
      double single = EventSale.run(sale, replication).sellOutSeconds;
      assertThat(out.sellOutSeconds()).isCloseTo(single, within(0.01 * single));
    }
  }

  /** Units are back long after the poised have come: bins without units are skipped. */
  @Test
  void those_who_try_on_until_units_are_back_agree_with_each_retry_on_its_own() {
    var gate = new Gate(12, 0, new QueuePolicy.LossWithRetry(8, 0.7));
    var payment = new Payment(0.6, 90, Payment.UnpaidUnits.AT_ONCE);
    var sale = new SaleParameters(60, 125, CROWD, MIXED, gate, payment);
    agree(sale, SaleOutcome::returned, reference -> reference.returned);
    agree(sale, SaleOutcome::served, reference -> reference.served);
    agree(sale, SaleOutcome::unserved, reference -> reference.buyers - reference.served);
  }

  private static void agree(SaleParameters sale) {
    agree(sale, SaleOutcome::sellOutSeconds, history -> history.sellOutSeconds);
  }

  private static void agree(
      SaleParameters sale, Measure<SaleOutcome> ours, Measure<EventSale> its) {
    assertThat(distance(kernel(sale, ours), reference(sale, its))).isLessThan(LIMIT);
  }

  private interface Measure<T> {
    double of(T history);
  }

  private static double[] kernel(SaleParameters sale, Measure<SaleOutcome> measure) {
    var kernel = new FlashSale();
    var out = new SaleOutcome();
    return sample(
        replication -> {
          kernel.run(sale, 5, (int) replication, out);
          return measure.of(out);
        });
  }

  private static double[] reference(SaleParameters sale, Measure<EventSale> measure) {
    return sample(replication -> measure.of(EventSale.run(sale, replication)));
  }

  private static double[] sample(LongToDoubleFunction history) {
    double[] values = new double[SALES];
    for (int i = 0; i < SALES; i++) {
      values[i] = history.applyAsDouble(i);
    }
    Arrays.sort(values);
    return values;
  }

  /** Largest distance between two sample distribution functions; ties step together. */
  private static double distance(double[] one, double[] other) {
    double worst = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      double here = Math.min(one[i], other[j]);
      while (i < one.length && one[i] <= here) {
        i++;
      }
      while (j < other.length && other[j] <= here) {
        j++;
      }
      worst = Math.max(worst, Math.abs(i / (double) one.length - j / (double) other.length));
    }
    return worst;
  }
}
