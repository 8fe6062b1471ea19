package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.kernels.statistics.Moments;
import org.junit.jupiter.api.Test;

/** The sale kernel against closed forms. */
class FlashSaleOracleTest {
  private static final double FOR_EVER = Double.POSITIVE_INFINITY;

  /**
   * Sell-out of a pure death process: mean = sum over k &lt; N of 1 / (h (R - k)), variance = sum
   * of the squares of the terms.
   */
  @Test
  void the_sell_out_of_seven_million_holders_has_the_mean_and_spread_of_a_pure_death_process() {
    var sale = sale(100_000, Demand.ofReservations(7_450_000, 1), Arrivals.ofHazard(1.364e-4));
    Moments seconds = sellOuts(sale, 60);
    assertThat(seconds.mean()).isCloseTo(99.074, within(4 * 0.313 / Math.sqrt(60)));
    assertThat(seconds.standardDeviation()).isCloseTo(0.313, within(0.1));
  }

  @Test
  void a_gate_before_a_crowd_sells_at_its_own_rate() {
    var gate = Gate.ofRate(1111);
    var demand = Demand.ofReservations(7_450_000, 1);
    var arrivals = new Arrivals(1, 1e-9, 0.1, 600);
    var sale = new SaleParameters(100_000, FOR_EVER, demand, arrivals, gate, Payment.always());
    assertThat(sellOuts(sale, 1).mean()).isCloseTo(90.009, within(0.001));
  }

  @Test
  void without_a_gate_a_mixture_of_poised_and_late_sells_out_at_its_quantile() {
    var arrivals = new Arrivals(0.5, 2, 0.8, 600);
    var sale = sale(100_000, Demand.ofReservations(7_450_000, 0.6), arrivals);
    assertThat(sellOuts(sale, 20).mean()).isCloseTo(0.5104, within(0.0008));
    assertThat(FluidSale.sellOutSeconds(100_000, 0.6 * 7_450_000, arrivals))
        .isCloseTo(0.5104, within(0.00005));
  }

  private static SaleParameters sale(long stock, Demand demand, Arrivals arrivals) {
    return new SaleParameters(stock, FOR_EVER, demand, arrivals, Gate.open(), Payment.always());
  }

  private static Moments sellOuts(SaleParameters sale, int replications) {
    var kernel = new FlashSale();
    var out = new SaleOutcome();
    var seconds = new Moments();
    for (int replication = 0; replication < replications; replication++) {
      kernel.run(sale, 20130812, replication, out);
      seconds.add(out.sellOutSeconds());
    }
    return seconds;
  }
}
