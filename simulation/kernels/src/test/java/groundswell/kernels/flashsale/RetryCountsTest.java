package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales with retries whose outcome is known: a crowd, a long time without units. */
class RetryCountsTest {
  private static final Arrivals AT_ONCE = new Arrivals(1, 1e-6, 0.5, 600);
  private static final QueuePolicy.LossWithRetry STUBBORN = new QueuePolicy.LossWithRetry(3, 1);
  private static final Arrivals MIXED = new Arrivals(0.4, 2, 0.8, 60);

  /** With less than one token of burst an order is served for the rest of its interval. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 1.00001, 1.5, 5})
  void a_crowd_of_a_million_passes_at_the_pace_of_the_gate_after_its_burst(double burst) {
    var crowd = Demand.ofReservations(1_000_000, 1);
    var gate = new Gate(50, burst, STUBBORN);
    var out = new SaleOutcome(1.006, 2.006, 7.006);
    run(new SaleParameters(400, 1e9, crowd, AT_ONCE, gate, Payment.always()), out);

    assertThat(out.sellOutSeconds()).isCloseTo((400 - burst) / 50, within(0.002));
    assertThat(out.allocatedBy(0)).isEqualTo((long) Math.floor(50 * 1.006 + burst));
    assertThat(out.allocatedBy(1)).isEqualTo((long) Math.floor(50 * 2.006 + burst));
    assertThat(out.allocatedBy(2)).isEqualTo((long) Math.floor(50 * 7.006 + burst));
  }

  @Test
  void what_ran_before_leaves_no_trace() {
    var payment = new Payment(0.3, 100, Payment.UnpaidUnits.AT_ONCE);
    var demand = new Demand(40_000, 0.6, 500, 0.9, 2);
    var gate = new Gate(50, 5, new QueuePolicy.LossWithRetry(4, 0.8));
    var sale = new SaleParameters(3000, 700, demand, MIXED, gate, payment);
    var kernel = new FlashSale();
    var first = new SaleOutcome(1, 10, 100);
    kernel.run(sale, 1, 3, first);
    kernel.run(sale.withStock(7), 1, 8, new SaleOutcome());
    var again = new SaleOutcome(1, 10, 100);
    kernel.run(sale, 1, 3, again);

    assertThat(numbers(again)).isEqualTo(numbers(first));
  }

  /** Nobody gives up, so all who have come by the return of the units are there to buy them. */
  @Test
  void those_turned_away_for_an_hour_are_back_when_the_units_are() {
    var payment = new Payment(1, 3600, Payment.UnpaidUnits.AT_ONCE);
    var demand = Demand.ofReservations(1000, 1);
    var gate = new Gate(50, 0, STUBBORN);
    var out = new SaleOutcome(100, 3599, 3700);
    run(new SaleParameters(480, 3700, demand, MIXED, gate, payment), out);

    assertThat(out.allocatedBy(0)).isEqualTo(480);
    assertThat(out.allocatedBy(1)).isEqualTo(480);
    assertThat(out.allocatedBy(2)).isEqualTo(960);
    assertThat(List.of(out.returned(), out.held())).containsExactly(480L, 480L);
  }

  private static void run(SaleParameters sale, SaleOutcome out) {
    new FlashSale().run(sale, 1, 0, out);
  }

  private static List<Object> numbers(SaleOutcome out) {
    return List.of(
        out.sellOutSeconds(),
        out.served(),
        out.allocated(),
        out.paid(),
        out.returned(),
        Arrays.toString(out.curve));
  }
}
