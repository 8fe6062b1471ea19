package groundswell.kernels.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.kernels.random.Draws;
import groundswell.kernels.statistics.Normal;
import org.junit.jupiter.api.Test;

class SampleAverageTest {
  private static final Newsvendor PHONE = Newsvendor.of(1999, 1900, 1500, 0);

  @Test
  void the_tail_mean_takes_a_part_of_the_last_draw_where_it_must() {
    double[] profits = {40, 10, 30, 20};
    assertThat(TailMean.ofProfits(profits, 0)).isEqualTo(25);
    assertThat(TailMean.ofProfits(profits, 0.5)).isEqualTo(15);
    assertThat(TailMean.ofProfits(profits, 0.625)).isCloseTo((10 + 0.5 * 20) / 1.5, within(1e-12));
    assertThat(TailMean.ofProfits(profits, 1)).isEqualTo(10);
  }

  @Test
  void without_a_weight_on_the_tail_it_is_the_newsvendor_of_the_sample() {
    double[] demands = demands(501);
    assertThat(new SampleAverage(PHONE, 0.9, 0).quantity(demands))
        .isEqualTo(PHONE.quantityOfSample(demands));
  }

  @Test
  void the_search_finds_what_trying_every_demand_finds() {
    for (double weight : new double[] {0, 0.3, 0.7, 1}) {
      var plan = new SampleAverage(PHONE, 0.8, weight);
      double[] demands = demands(61);
      double best = Double.NEGATIVE_INFINITY;
      for (double demand : demands) {
        best = Math.max(best, plan.objective(demand, demands));
      }
      assertThat(plan.objective(plan.quantity(demands), demands))
          .isCloseTo(best, within(1e-9 * Math.abs(best)));
    }
  }

  @Test
  void whoever_fears_the_tail_orders_less() {
    double[] demands = demands(501);
    assertThat(new SampleAverage(PHONE, 0.9, 0.6).quantity(demands))
        .isLessThan(new SampleAverage(PHONE, 0.9, 0).quantity(demands));
  }

  @Test
  void a_large_sample_comes_near_the_closed_form() {
    double[] demands = demands(40_001);
    assertThat(PHONE.quantityOfSample(demands)).isCloseTo(65_463, within(500.0));
    double quantity = 65_463;
    assertThat(new SampleAverage(PHONE, 0, 0).objective(quantity, demands))
        .isCloseTo(PHONE.profitOfLognormal(quantity, 1e5, 0.5), within(60_000.0));
  }

  private static double[] demands(int count) {
    double[] demands = new double[count];
    for (int i = 0; i < count; i++) {
      demands[i] = 1e5 * Math.exp(0.5 * Normal.quantile(Draws.uniform(6, i)));
    }
    return demands;
  }
}
