package groundswell.planning.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/**
 * The formulas of {@link BgNbd} against the integrals that they solve and the published example.
 */
class BgNbdTest {
  /** Of the CDNOW cohort in Fader, Hardie and Lee (2005), table 2. */
  private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

  /** All well above 1, so that the integrals are smooth at their ends. */
  private static final BgNbd SMOOTH = new BgNbd(3.2, 5.5, 3.1, 3.4);

  private static final PurchaseHistory ONCE = history(0, 0, 100);
  private static final PurchaseHistory OFTEN = history(4, 61, 200);

  @Test
  void the_likelihood_is_that_of_the_rate_and_the_stopping_averaged_over_buyers() {
    for (PurchaseHistory history : new PurchaseHistory[] {ONCE, OFTEN, history(2, 70, 70)}) {
      double integral = averaged((rate, stop) -> likelihood(history, rate, stop));

      assertThat(Math.exp(SMOOTH.logLikelihood(history)))
          .isCloseTo(integral, within(1e-5 * integral));
    }
  }

  @Test
  void expected_purchases_are_those_of_who_is_active_averaged_over_buyers() {
    double weeks = 12;
    double future =
        averaged(
            (rate, stop) ->
                survival(OFTEN, rate, stop) * (1 - Math.exp(-rate * stop * weeks)) / stop);
    double evidence = averaged((rate, stop) -> likelihood(OFTEN, rate, stop));

    assertThat(SMOOTH.expectedPurchases(OFTEN, weeks)).isCloseTo(future / evidence, within(1e-5));
  }

  @Test
  void who_is_active_is_what_remains_of_the_likelihood_without_stopping() {
    double active = averaged((rate, stop) -> survival(OFTEN, rate, stop));
    double evidence = averaged((rate, stop) -> likelihood(OFTEN, rate, stop));

    assertThat(SMOOTH.active(OFTEN)).isCloseTo(active / evidence, within(1e-6));
    assertThat(SMOOTH.active(ONCE)).isEqualTo(1);
  }

  /**
   * The worked example of the authors' note on the model in a spreadsheet: x = 2, t_x = 30.43, T =
   * 38.86 weeks, 39 weeks ahead, 1.226. Whole days, 213 and 272, stand for these weeks.
   */
  @Test
  void the_published_buyer_is_expected_to_purchase_as_published() {
    assertThat(CDNOW.expectedPurchases(history(2, 213, 272), 39)).isCloseTo(1.226, within(5e-4));
  }

  @Test
  void expectations_pass_smoothly_through_the_pole_at_one() {
    double at = new BgNbd(0.5, 5, 1, 2).expectedPurchases(OFTEN, 4);

    assertThat(new BgNbd(0.5, 5, 1.001, 2).expectedPurchases(OFTEN, 4))
        .isCloseTo(at, within(1e-3 * at));
    assertThat(new BgNbd(0.5, 5, 0.999, 2).expectedPurchases(OFTEN, 4))
        .isCloseTo(at, within(1e-3 * at));
  }

  @Test
  void nobody_purchases_in_no_time_and_more_in_more() {
    assertThat(CDNOW.expectedPurchases(OFTEN, 0)).isCloseTo(0, within(1e-12));
    assertThat(CDNOW.expectedPurchases(OFTEN, 8))
        .isGreaterThan(CDNOW.expectedPurchases(OFTEN, 4))
        .isLessThan(2 * CDNOW.expectedPurchases(OFTEN, 4));
  }

  @Test
  void slopes_are_those_of_the_likelihood() {
    double step = 1e-6;
    for (PurchaseHistory history : new PurchaseHistory[] {ONCE, OFTEN, history(1, 70, 70)}) {
      double[] slope = CDNOW.slope(history);
      for (int k = 0; k < 4; k++) {
        double rise =
            moved(k, step).logLikelihood(history) - moved(k, -step).logLikelihood(history);
        assertThat(slope[k]).isCloseTo(rise / (2 * step), within(1e-7));
      }
    }
  }

  @Test
  void the_series_is_that_of_known_functions() {
    assertThat(BgNbd.hypergeometric(1, 1, 2, 0.5)).isCloseTo(2 * Math.log(2), within(1e-14));
    assertThat(BgNbd.hypergeometric(3, 2, 2, 0.9)).isCloseTo(1000, within(1e-9));
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1)).hasMessageContaining("r = 0.0");
    assertThatThrownBy(() -> new BgNbd(1, Double.NaN, 1, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> history(0, 3, 9)).hasMessageContaining("t_x = 3");
    assertThatThrownBy(() -> history(1, 10, 9)).hasMessageContaining("T = 9");
  }

  private static PurchaseHistory history(int repeats, int recency, int age) {
    return new PurchaseHistory(repeats, recency, age, 1);
  }

  private static BgNbd moved(int parameter, double by) {
    double[] logs = {
      Math.log(CDNOW.r()), Math.log(CDNOW.alpha()), Math.log(CDNOW.a()), Math.log(CDNOW.b())
    };
    logs[parameter] += by;
    return new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
  }

  /** Likelihood of a buyer with a known rate and stopping probability; equation 3 of the paper. */
  private static double likelihood(PurchaseHistory history, double rate, double stop) {
    int x = history.repeats();
    double stopped =
        x == 0
            ? 0
            : stop
                * Math.pow(1 - stop, x - 1)
                * Math.pow(rate, x)
                * Math.exp(-rate * history.recencyWeeks());
    return survival(history, rate, stop) + stopped;
  }

  private static double survival(PurchaseHistory history, double rate, double stop) {
    int x = history.repeats();
    return Math.pow(1 - stop, x) * Math.pow(rate, x) * Math.exp(-rate * history.ageWeeks());
  }

  /** Midpoint rule over the Gamma and Beta densities of {@link #SMOOTH}. */
  private static double averaged(DoubleBinaryOperator value) {
    int steps = 1_500;
    double highestRate = 6;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double rate = highestRate * (i + 0.5) / steps;
      for (int j = 0; j < steps; j++) {
        double stop = (j + 0.5) / steps;
        sum += density(rate, stop) * value.applyAsDouble(rate, stop);
      }
    }
    return sum * highestRate / steps / steps;
  }

  private static double density(double rate, double stop) {
    double gamma =
        SMOOTH.r() * Math.log(SMOOTH.alpha())
            + (SMOOTH.r() - 1) * Math.log(rate)
            - SMOOTH.alpha() * rate
            - Gamma.logGamma(SMOOTH.r());
    double beta =
        Gamma.logGamma(SMOOTH.a() + SMOOTH.b())
            - Gamma.logGamma(SMOOTH.a())
            - Gamma.logGamma(SMOOTH.b())
            + (SMOOTH.a() - 1) * Math.log(stop)
            + (SMOOTH.b() - 1) * Math.log1p(-stop);
    return Math.exp(gamma + beta);
  }
}
