package groundswell.planning.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.planning.bundle.Estimate;
import org.hipparchus.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;

class BassFitTest {
  @Test
  void a_curve_without_noise_gives_back_its_parameters() {
    double[] logs = {Math.log(0.003), Math.log(0.09), Math.log(1e6)};
    double[] exact = BassFit.perDay(new ArrayRealVector(logs), 120);
    long[] rounded = new long[exact.length];
    for (int day = 0; day < exact.length; day++) {
      rounded[day] = Math.round(exact[day]);
    }

    var estimates = BassFit.of(rounded);

    assertThat(estimates)
        .extracting(Estimate::parameter)
        .containsExactly("innovation", "imitation", "market_size");
    assertThat(estimates.get(0).value()).isCloseTo(0.003, within(1e-6));
    assertThat(estimates.get(1).value()).isCloseTo(0.09, within(1e-5));
    assertThat(estimates.get(2).value()).isCloseTo(1e6, within(50.0));
  }

  @Test
  void ten_days_of_the_classic_curve_add_up_to_its_closed_form() {
    double[] logs = {Math.log(0.03), Math.log(0.38), Math.log(1000)};

    double total = 0;
    for (double day : BassFit.perDay(new ArrayRealVector(logs), 10)) {
      total += day;
    }

    assertThat(total).isCloseTo(812.803, within(0.001)); // Euler steps of 0.0001: 812.807
  }

  @Test
  void nine_adopters_are_too_few_to_say_anything() {
    assertThat(BassFit.of(new long[] {3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0})).isEmpty();
  }
}
