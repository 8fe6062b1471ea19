package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small sales whose outcome can be worked out in the head. */
class FlashSaleExactTest {
  private static final QueuePolicy LOTTERY = new QueuePolicy.RandomPrequeue();
  private static final Arrivals ALL_POISED = new Arrivals(1, 2, 0.8, 600);

  @Test
  void ten_in_line_at_the_opening_are_served_one_by_one() {
    var out = run(sale(4, 100, new Gate(2, 0, LOTTERY), Payment.always()));
    assertThat(out.sellOutSeconds()).isEqualTo(2);
    assertThat(List.of(out.buyers(), out.served(), out.unserved())).containsExactly(10L, 4L, 6L);
    assertThat(List.of(0, 1, 2, 3).stream().map(out::allocatedBy)).containsExactly(0L, 1L, 2L, 4L);
  }

  @Test
  void a_full_bucket_lets_its_burst_pass_at_once() {
    var out = run(sale(5, 100, new Gate(1, 3, LOTTERY), Payment.always()));
    assertThat(out.sellOutSeconds()).isEqualTo(2);
    assertThat(List.of(0, 1, 2, 3).stream().map(out::allocatedBy)).containsExactly(3L, 3L, 4L, 5L);
  }

  @Test
  void no_stock_is_sold_out_at_the_opening() {
    var out = run(sale(0, 100, Gate.open(), Payment.always()));
    assertThat(out.sellOutSeconds()).isZero();
    assertThat(out.unserved()).isEqualTo(10);
  }

  @Test
  void more_stock_than_buyers_never_sells_out() {
    var out = run(sale(11, 100, Gate.ofRate(5), Payment.always()));
    assertThat(out.isSoldOut()).isFalse();
    assertThat(out.sellOutSeconds()).isNaN();
    assertThat(out.left()).isEqualTo(1);
  }

  @Test
  void when_nobody_shows_up_nothing_is_sold() {
    var demand = new Demand(10, 0, 0, 1, 1);
    var gate = Gate.ofRate(5);
    var out = run(new SaleParameters(3, 100, demand, ALL_POISED, gate, Payment.always()));
    assertThat(out.showedUp()).isZero();
    assertThat(out.left()).isEqualTo(3);
  }

  @Test
  void at_the_close_the_line_goes_home() {
    var out = run(sale(10, 3, new Gate(2, 0, LOTTERY), Payment.always()));
    assertThat(out.allocated()).isEqualTo(6);
    assertThat(out.isSoldOut()).isFalse();
  }

  @Test
  void units_that_nobody_pays_come_back_after_the_hold_or_are_still_held_at_the_close() {
    var payment = new Payment(1, 2.2, Payment.UnpaidUnits.NEXT_ROUND);
    var out = run(sale(10, 4, new Gate(2, 0, LOTTERY), payment));
    assertThat(List.of(out.allocated(), out.paid(), out.returned(), out.held()))
        .containsExactly(8L, 0L, 3L, 5L);
    assertThat(out.left()).isEqualTo(10);
  }

  @Test
  void a_buyer_never_takes_more_than_is_left() {
    var demand = new Demand(10, 1, 0, 1, 5);
    var gate = Gate.ofRate(5);
    var out = run(new SaleParameters(7, 100, demand, ALL_POISED, gate, Payment.always()));
    assertThat(out.allocated()).isEqualTo(7);
    assertThat(out.served()).isBetween(2L, 7L);
  }

  @Test
  void losers_and_units_left_go_into_the_next_round() {
    var terms = sale(0, 100, new Gate(2, 0, LOTTERY), Payment.always());
    var rounds = List.of(new SaleRound(4, 0), new SaleRound(1, 3), new SaleRound(20, 0));
    var out = new SaleOutcome[] {new SaleOutcome(), new SaleOutcome(), new SaleOutcome()};
    new SaleSeries(terms, rounds, 1).run(1, 0, out);
    assertThat(List.of(out).stream().map(SaleOutcome::buyers)).containsExactly(10L, 9L, 8L);
    assertThat(List.of(out).stream().map(SaleOutcome::served)).containsExactly(4L, 1L, 8L);
    assertThat(out[2].left()).isEqualTo(12);
  }

  @Test
  void the_fluid_sale_of_a_mixed_regime_joins_its_two_pieces() {
    double early = FluidSale.sellOutSeconds(400, 1000, 0.01, 5); // S1 = 500: gate-bound
    assertThat(early).isEqualTo(80);
    double late = FluidSale.sellOutSeconds(750, 1000, 0.01, 5);
    assertThat(late).isCloseTo(100 + Math.log(500 / 250.0) / 0.01, within(1e-9));
    assertThat(FluidSale.sellOutSeconds(400, 1000, 0.01, 1e9))
        .isCloseTo(-Math.log(1 - 0.4) / 0.01, within(1e-9));
    assertThat(FluidSale.sellOutSeconds(1000, 1000, 0.01, 5)).isInfinite();
  }

  @Test
  void parameters_out_of_range_are_refused_with_their_range() {
    assertThatThrownBy(() -> new Demand(10, 1.2, 0, 1, 1))
        .hasMessage("showUp must be in [0.0, 1.0] but is 1.2");
    assertThatThrownBy(() -> Gate.ofRate(0))
        .hasMessage("ordersPerSecond must be positive but is 0.0");
    assertThatThrownBy(() -> new Arrivals(0.5, Double.NaN, 1, 1))
        .hasMessage("poisedMedianSeconds must be positive and finite but is NaN");
  }

  private static SaleParameters sale(long stock, double close, Gate gate, Payment payment) {
    return new SaleParameters(
        stock, close, Demand.ofReservations(10, 1), ALL_POISED, gate, payment);
  }

  private static SaleOutcome run(SaleParameters sale) {
    var out = new SaleOutcome(0.25, 0.5, 1, 2);
    new FlashSale().run(sale, 1, 0, out);
    return out;
  }
}
