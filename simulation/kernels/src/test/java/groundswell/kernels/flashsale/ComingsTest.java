package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed forms of many bins against the bins one by one, in shares of members. */
class ComingsTest {
  private static final double SLACK = 1e-12;

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.2, 0.9, 1",
    "0.01, 0.2, 0.9, 40",
    "0.02, 0.2, 0.9, 100",
    "0.3, 0.05, 0, 7",
    "0.001, 0.05, 1, 3000",
    "0.00017, 0.02, 0.95, 60000"
  })
  void bins_at_once_leave_what_bins_one_by_one_leave(
      double late, double again, double patience, int bins) {
    double absent = 1;
    double stillTrying = 0;
    double retrying = 1;
    for (int i = 0; i < bins; i++) {
      stillTrying += -stillTrying * again * (1 - patience) + absent * late * patience;
      retrying -= retrying * again * (1 - patience);
      absent -= absent * late;
    }

    var comings = new Comings(late, again, patience);
    assertThat(comings.lateWithin(bins)).isCloseTo(1 - absent, within(SLACK));
    assertThat(comings.retryingAfter(bins)).isCloseTo(retrying, within(SLACK));
    assertThat(comings.stillTrying(bins) * comings.lateWithin(bins))
        .isCloseTo(stillTrying, within(SLACK));
  }
}
