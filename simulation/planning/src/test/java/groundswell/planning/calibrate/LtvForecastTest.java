package groundswell.planning.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LtvForecastTest {
  private static final List<PurchaseHistory> COHORT =
      List.of(
          new PurchaseHistory(0, 0, 70, 900),
          new PurchaseHistory(1, 20, 70, 200),
          new PurchaseHistory(2, 50, 75, 90),
          new PurchaseHistory(4, 66, 80, 30),
          new PurchaseHistory(9, 78, 80, 5));

  @Test
  void histories_add_up_by_their_buyers() {
    var forecast = LtvForecast.of(COHORT);

    assertThat(forecast.buyers()).isEqualTo(1_225);
    assertThat(forecast.repeatBuyers()).isEqualTo(325);
    assertThat(forecast.repeatDays()).isEqualTo(200 + 180 + 120 + 45);
    assertThat(forecast.recencyDays()).isEqualTo(4_000 + 4_500 + 1_980 + 390);
    assertThat(forecast.ageDays()).isEqualTo(63_000 + 14_000 + 6_750 + 2_400 + 400);
  }

  @Test
  void the_outlook_is_the_sum_over_buyers() {
    var forecast = LtvForecast.of(COHORT);
    var model = forecast.fit().orElseThrow().model();
    double purchases = 0;
    for (var history : COHORT) {
      purchases += history.buyers() * model.expectedPurchases(history, 4);
    }

    assertThat(forecast.outlook().orElseThrow().purchaseDays())
        .isCloseTo(purchases, within(1e-9 * purchases));
    assertThat(forecast.outlook().orElseThrow().activeBuyers()).isBetween(900.0, 1_225.0);
  }

  @Test
  void too_few_who_came_back_are_counted_and_nothing_is_said_of_them() {
    var forecast = LtvForecast.of(List.of(new PurchaseHistory(1, 20, 70, 29)));

    assertThat(forecast.repeatBuyers()).isEqualTo(29);
    assertThat(forecast.fit()).isEmpty();
    assertThat(forecast.outlook()).isEmpty();
  }

  @Test
  void a_fit_without_a_maximum_looks_nowhere() {
    var forecast = LtvForecast.of(List.of(new PurchaseHistory(10, 100, 100, 500)));

    assertThat(forecast.fit()).isPresent();
    assertThat(forecast.outlook()).isEmpty();
  }
}
