package groundswell.kernels.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The newsvendor against values of the closed form, and against itself by another way. */
class NewsvendorTest {
  @Test
  void a_phone_near_cost_is_ordered_below_the_median() {
    var phone = Newsvendor.of(1999, 1900, 1500, 0);
    assertThat(phone.criticalRatio()).isCloseTo(0.198, within(0.0005));
    assertThat(phone.quantityOfLognormal(1e5, 0.5)).isCloseTo(65_463, within(0.5));
  }

  @Test
  void services_and_accessories_are_worth_twelve_thousand_more_phones() {
    var phone = Newsvendor.of(1999, 1900, 1500, 36 + 43);
    assertThat(phone.criticalRatio()).isCloseTo(0.308, within(0.0005));
    assertThat(phone.quantityOfLognormal(1e5, 0.5)).isCloseTo(77_816, within(0.5));
  }

  @Test
  void the_best_quantity_earns_more_than_one_per_cent_more_or_less() {
    var phone = Newsvendor.of(1999, 1900, 1500, 0);
    double best = phone.quantityOfLognormal(1e5, 0.5);
    double profit = phone.profitOfLognormal(best, 1e5, 0.5);
    assertThat(profit).isGreaterThan(phone.profitOfLognormal(best * 1.01, 1e5, 0.5));
    assertThat(profit).isGreaterThan(phone.profitOfLognormal(best * 0.99, 1e5, 0.5));
  }

  @Test
  void of_five_demands_and_even_stakes_the_third_is_ordered() {
    var even = new Newsvendor(1, 1);
    assertThat(even.quantityOfSample(new double[] {50, 10, 30, 20, 40})).isEqualTo(30);
  }

  @Test
  void a_unit_that_loses_money_however_it_goes_is_refused_in_a_sentence() {
    assertThatThrownBy(() -> Newsvendor.of(100, 150, 0, 20))
        .hasMessageStartingWith("price + attached margin must not be below unitCost but is 30.0");
  }
}
