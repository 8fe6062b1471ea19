package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Uniform order statistics: the k-th of M has mean k / (M + 1) and a known variance. */
class OrderStatisticStreamTest {
  private static final int MEMBERS = 9;
  private static final int STREAMS = 20_000;

  @Test
  void the_kth_of_nine_uniform_arrivals_comes_after_k_tenths_on_average() {
    var law = new ArrivalLaw.Exponential(1);
    double[] sums = new double[MEMBERS + 1];
    var stream = new OrderStatisticStream();
    for (int i = 0; i < STREAMS; i++) {
      stream.begin(law, i, MEMBERS);
      for (int k = 1; k <= MEMBERS; k++) {
        sums[k] += 1 - Math.exp(-stream.seconds());
        stream.next();
      }
      assertThat(stream.seconds()).isInfinite();
    }
    for (int k = 1; k <= MEMBERS; k++) {
      double mean = k / 10.0;
      double error = Math.sqrt(mean * (1 - mean) / 11 / STREAMS);
      assertThat(sums[k] / STREAMS).isCloseTo(mean, within(4 * error));
    }
  }

  @Test
  void skipping_leaves_the_law_of_those_who_come_later_as_it_was() {
    var stream = new OrderStatisticStream();
    double afterSkip = 0;
    double byHand = 0;
    for (int i = 0; i < STREAMS; i++) {
      stream.begin(new ArrivalLaw.Lognormal(0.5, 0.8), i, MEMBERS);
      stream.skipTo(1.5);
      afterSkip += Math.min(9, stream.seconds());
      stream.begin(new ArrivalLaw.Lognormal(0.5, 0.8), i + 1_000_000, MEMBERS);
      while (stream.seconds() <= 1.5) {
        stream.next();
      }
      byHand += Math.min(9, stream.seconds());
    }
    assertThat(afterSkip / STREAMS).isCloseTo(byHand / STREAMS, within(0.02));
  }

  @Test
  void laws_and_their_inverses_agree() {
    for (ArrivalLaw law :
        new ArrivalLaw[] {new ArrivalLaw.Exponential(600), new ArrivalLaw.Lognormal(0.7, 0.8)}) {
      for (double logSurvival : new double[] {-1e-9, -0.01, -0.11, -0.6, -0.8, -3, -30}) {
        assertThat(law.logSurvival(law.seconds(logSurvival)))
            .isCloseTo(logSurvival, within(1e-9 * -logSurvival + 1e-15));
      }
    }
  }
}
