package groundswell.kernels.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import groundswell.kernels.random.Draws;
import org.junit.jupiter.api.Test;

/** Moments, quantiles, histograms and intervals on samples that fit into the head. */
class SampleTest {
  @Test
  void moments_of_four_numbers() {
    var moments = moments(2, 4, 4, 6);
    assertThat(moments.mean()).isEqualTo(4);
    assertThat(moments.variance()).isCloseTo(8 / 3.0, within(1e-15));
    assertThat(moments.smallest()).isEqualTo(2);
    assertThat(moments.largest()).isEqualTo(6);
  }

  @Test
  void merged_parts_have_the_moments_of_the_whole() {
    var first = moments(1e9 + 1, 1e9 + 2);
    first.merge(moments());
    first.merge(moments(1e9 + 3, 1e9 + 6));
    assertThat(first.count()).isEqualTo(4);
    assertThat(first.mean()).isEqualTo(1e9 + 3);
    assertThat(first.variance()).isCloseTo(14 / 3.0, within(1e-9));
  }

  @Test
  void nothing_has_no_mean_and_one_value_no_spread() {
    assertThat(moments().mean()).isNaN();
    assertThat(moments(5).variance()).isNaN();
  }

  @Test
  void a_quantile_lies_between_its_neighbours() {
    double[] sample = {40, 10, 30, 20};
    assertThat(Quantiles.of(sample, 0.5)).isEqualTo(25);
    assertThat(Quantiles.of(sample, 0, 0.25, 1)).containsExactly(10, 17.5, 40);
    assertThat(sample).containsExactly(40, 10, 30, 20);
    assertThat(Quantiles.of(new double[] {1, 1 / 0.0, 1 / 0.0}, 0.75)).isInfinite();
  }

  @Test
  void an_empty_sample_has_no_quantile() {
    assertThatThrownBy(() -> Quantiles.of(new double[0], 0.5))
        .hasMessage("Cannot take a quantile of an empty sample");
  }

  @Test
  void a_histogram_is_the_same_whoever_counted_what() {
    var whole = new Histogram(0, 1, 50);
    var odd = new Histogram(0, 1, 50);
    var even = new Histogram(0, 1, 50);
    for (int i = 0; i < 1000; i++) {
      double value = Draws.uniform(1, i);
      whole.add(value);
      (i % 2 == 0 ? even : odd).add(value);
    }
    even.merge(odd);
    assertThat(even).isEqualTo(whole);
    assertThat(even.quantile(0.3)).isEqualTo(whole.quantile(0.3)).isCloseTo(0.3, within(0.05));
  }

  @Test
  void a_histogram_is_off_by_at_most_one_bin() {
    var histogram = new Histogram(0, 100, 100);
    double[] sample = new double[999];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = 100 * Math.pow(Draws.uniform(2, i), 3);
      histogram.add(sample[i]);
    }
    for (double probability : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
      assertThat(histogram.quantile(probability))
          .isCloseTo(Quantiles.of(sample, probability), within(1.0));
    }
  }

  @Test
  void values_outside_are_counted_in_the_end_bins() {
    var histogram = new Histogram(0, 1, 2);
    histogram.add(-5);
    histogram.add(7);
    assertThat(histogram.outside()).isEqualTo(2);
    assertThat(histogram.total()).isEqualTo(2);
    assertThatThrownBy(() -> histogram.add(Double.NaN)).hasMessageStartingWith("Cannot count NaN");
  }

  @Test
  void histograms_of_other_bins_do_not_merge() {
    assertThatThrownBy(() -> new Histogram(0, 1, 2).merge(new Histogram(0, 1, 3)))
        .hasMessageStartingWith("Cannot merge histograms of other bins: 2 in [0.0, 1.0) and 3");
  }

  /** Wilson for 1 of 10 at 95 %: 0.0179 to 0.4042. */
  @Test
  void a_rare_share_has_a_lopsided_interval() {
    var interval = Interval.ofShare(1, 10, 0.95);
    assertThat(interval.low()).isCloseTo(0.01787621, within(1e-7));
    assertThat(interval.high()).isCloseTo(0.40415003, within(1e-7));
    assertThat(Interval.ofShare(0, 10, 0.95).low()).isZero();
  }

  @Test
  void nine_of_ten_intervals_hold_the_mean_and_the_median() {
    int meanHeld = 0;
    int medianHeld = 0;
    for (int repetition = 0; repetition < 2000; repetition++) {
      double[] sample = new double[60];
      for (int i = 0; i < sample.length; i++) {
        sample[i] = Draws.exponential(Draws.key(5, repetition, 0), i);
      }
      meanHeld += Interval.ofMean(moments(sample), 0.9).contains(1) ? 1 : 0;
      medianHeld += Interval.ofQuantile(sample, 0.5, 0.9).contains(Math.log(2)) ? 1 : 0;
    }
    assertThat(meanHeld / 2000.0).isBetween(0.86, 0.92);
    assertThat(medianHeld / 2000.0).isBetween(0.88, 0.96);
  }

  private static Moments moments(double... values) {
    var moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }
}
