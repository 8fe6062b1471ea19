package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold in every replication. */
class FlashSaleLawTest {
  private static final double FOR_EVER = Double.POSITIVE_INFINITY;
  private static final Demand CROWD = new Demand(40_000, 0.6, 500, 0.9, 2);
  private static final Arrivals MIXED = new Arrivals(0.3, 2, 0.8, 600);
  private static final Payment AT_ONCE = new Payment(0.25, 120, Payment.UnpaidUnits.AT_ONCE);
  private static final Payment LATER = new Payment(0.25, 120, Payment.UnpaidUnits.NEXT_ROUND);
  private static final Gate RETRY = new Gate(50, 5, new QueuePolicy.LossWithRetry(4, 0.8));

  @Test
  void units_are_conserved_in_every_draw_under_every_policy() {
    for (Payment payment : List.of(Payment.always(), AT_ONCE, LATER)) {
      for (Gate gate : List.of(Gate.open(), Gate.ofRate(50), RETRY)) {
        for (double close : new double[] {100, 300, 5000}) {
          var sale = new SaleParameters(9000, close, CROWD, MIXED, gate, payment);
          for (int replication = 0; replication < 4; replication++) {
            isConserved(sale, run(sale, replication));
          }
        }
      }
    }
  }

  private static void isConserved(SaleParameters sale, SaleOutcome out) {
    assertThat(out.allocated()).isEqualTo(out.paid() + out.held() + out.returned());
    assertThat(out.left()).isEqualTo(sale.stock() - out.paid());
    assertThat(out.onSale()).isBetween(0L, sale.stock());
    assertThat(out.paid()).isLessThanOrEqualTo(sale.stock());
    assertThat(out.served() + out.unserved()).isEqualTo(out.buyers());
    assertThat(out.unserved()).isNotNegative();
    assertThat(out.held()).isNotNegative();
    if (out.isSoldOut()) {
      assertThat(out.allocated()).isGreaterThanOrEqualTo(sale.stock());
    }
  }

  @Test
  void when_all_pay_the_road_of_returns_gives_the_same_bytes_as_the_road_without() {
    var never = new Payment(0, 120, Payment.UnpaidUnits.AT_ONCE);
    for (Gate gate : List.of(Gate.ofRate(50), RETRY)) {
      var with = run(new SaleParameters(9000, 5000, CROWD, MIXED, gate, never), 3);
      var without = run(new SaleParameters(9000, 5000, CROWD, MIXED, gate, Payment.always()), 3);
      assertThat(numbers(with)).isEqualTo(numbers(without));
    }
  }

  /** Each unit is allocated until somebody pays: 1 / (1 - u) times on average. */
  @Test
  void with_unpaid_units_back_at_once_allocations_reach_the_stock_over_the_paying_share() {
    var payment = new Payment(0.2, 10, Payment.UnpaidUnits.AT_ONCE);
    var demand = Demand.ofReservations(1_000_000, 1);
    var arrivals = Arrivals.ofHazard(1e-3);
    var sale = new SaleParameters(20_000, FOR_EVER, demand, arrivals, Gate.open(), payment);
    var out = run(sale, 0);
    assertThat(out.paid()).isEqualTo(20_000);
    double spread = Math.sqrt(20_000 * 0.2) / 0.8; // of a negative binomial count
    assertThat(out.allocated() - 25_000.0).isBetween(-4 * spread, 4 * spread);
  }

  @Test
  void more_stock_never_sells_out_earlier() {
    assertRising(stock -> plain((long) stock, 40_000, 1e-3, 50), 1000, 2000, 4000, 8000, 16_000);
  }

  @Test
  void a_wider_gate_never_sells_out_later() {
    assertRising(slowness -> plain(8000, 40_000, 1e-3, 200 / slowness), 1, 2, 4, 8);
  }

  @Test
  void a_higher_hazard_never_sells_out_later() {
    assertRising(slowness -> plain(8000, 40_000, 4e-3 / slowness, 100), 1, 2, 4, 8);
  }

  @Test
  void more_reservations_never_sell_out_later() {
    assertRising(rarity -> plain(3000, (long) (80_000 / rarity), 1e-3, 100), 1, 1.5, 2, 4, 8);
  }

  private static SaleParameters plain(long stock, long reservations, double hazard, double gate) {
    return new SaleParameters(
        stock,
        FOR_EVER,
        Demand.ofReservations(reservations, 0.7),
        Arrivals.ofHazard(hazard),
        Gate.ofRate(gate),
        Payment.always());
  }

  private interface Sale {
    SaleParameters at(double value);
  }

  private static void assertRising(Sale sale, double... values) {
    for (int replication = 0; replication < 5; replication++) {
      double before = 0;
      for (double value : values) {
        double seconds = run(sale.at(value), replication).sellOutSeconds();
        assertThat(seconds).isGreaterThanOrEqualTo(before).isFinite();
        before = seconds;
      }
    }
  }

  @Test
  void the_same_key_gives_the_same_numbers_whatever_ran_before() {
    var sale = new SaleParameters(9000, 5000, CROWD, MIXED, Gate.ofRate(50), AT_ONCE);
    var kernel = new FlashSale();
    var out = new SaleOutcome(1, 10, 100);
    kernel.run(sale, 1, 8, out);
    kernel.run(sale.withStock(1), 1, 0, out);
    kernel.run(sale, 1, 3, out);
    assertThat(numbers(out)).isEqualTo(numbers(run(sale, 3)));
  }

  private static SaleOutcome run(SaleParameters sale, int replication) {
    var out = new SaleOutcome(1, 10, 100);
    new FlashSale().run(sale, 1, replication, out);
    return out;
  }

  private static List<Object> numbers(SaleOutcome out) {
    return List.of(
        out.sellOutSeconds(),
        out.buyers(),
        out.served(),
        out.allocated(),
        out.paid(),
        out.returned(),
        Arrays.toString(out.curve));
  }
}
