package groundswell.planning.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.planning.bundle.Estimate;
import groundswell.planning.calibrate.InfluenceFit.Hypothesis;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfluenceFitTest {
  private static final Hypothesis TRUE = new Hypothesis(Direction.ACTOR_TO_TARGET, 14);

  @Test
  void without_ties_the_hazard_is_that_of_a_coin_with_the_observed_frequency() {
    var exposure =
        new Exposure(new double[] {900}, List.of(new Exposure.Adoptions(new int[] {1}, 100)));

    var hazards = HazardFit.of(HazardLikelihood.flat(exposure)).hazards();

    assertThat(hazards[0]).isCloseTo(-Math.log(0.9), within(1e-6));
  }

  @Test
  void the_interval_of_a_frequency_is_the_one_of_its_binomial_likelihood() {
    var exposure =
        new Exposure(new double[] {900}, List.of(new Exposure.Adoptions(new int[] {1}, 100)));

    var ends = HazardFit.of(HazardLikelihood.flat(exposure)).interval(0, 2.705543454095404);

    // roots of 2·(ℓ(0.1) − ℓ(p)) = 2.7055 with ℓ(p) = 100·log p + 900·log(1 − p), by bisection
    assertThat(1 - Math.exp(-ends[0])).isCloseTo(0.0851185, within(2e-5));
    assertThat(1 - Math.exp(-ends[1])).isCloseTo(0.1163230, within(2e-5));
  }

  @Test
  void known_hazards_lie_in_their_intervals_as_often_as_the_level_says() {
    int inside = 0;
    int all = 0;
    for (int seed = 0; seed < 10; seed++) {
      var truth = SyntheticAdoption.of(seed, 1_500, 60, 0.003, 0.01, 0.05);
      var estimates = new InfluenceFit(truth.history(), truth.arcs(), TRUE).estimates();
      inside += holds(estimates.get(0), 0.003);
      inside += holds(estimates.get(1), 0.01);
      inside += holds(estimates.get(2), 0.05);
      all += 3;
    }

    assertThat(all).isEqualTo(30);
    assertThat(inside).isBetween(23, 30); // binomial(30, 0.9): outside this with chance 1 %
  }

  @Test
  void a_class_without_any_exposure_says_what_the_pool_says_with_a_wide_interval() {
    var truth = SyntheticAdoption.of(1, 1_500, 60, 0.003, 0.01, 0.05);

    var forum = new InfluenceFit(truth.history(), truth.arcs(), TRUE).estimates().get(6);

    assertThat(forum.parameter()).isEqualTo("influence.forum_strong");
    assertThat(forum.n()).isZero();
    assertThat(forum.value()).isBetween(0.03, 0.07);
    assertThat(forum.high()).isGreaterThan(3 * forum.value());
  }

  @Test
  void the_true_direction_and_a_talk_window_near_the_truth_win_on_held_out_days() {
    var truth = SyntheticAdoption.of(3, 3_000, 60, 0.003, 0.01, 0.05);

    var choice = HypothesisChoice.of(truth.history(), truth.arcs());

    assertThat(choice.hypothesis()).isEqualTo(TRUE);
    assertThat(choice.heldOutGain()).isPositive();
  }

  @Test
  void shuffled_days_leave_less_influence_than_the_true_order() {
    var truth = SyntheticAdoption.of(4, 1_500, 60, 0.003, 0.01, 0.05);

    var test = ShuffleTest.of(truth.history(), truth.arcs(), TRUE);

    assertThat(test.pValue()).isEqualTo(0.05);
    assertThat(test.medianShuffled()).isLessThan(test.observed());
  }

  @Test
  void without_influence_the_shuffle_makes_no_difference() {
    var truth = SyntheticAdoption.of(5, 1_500, 60, 0.01, 0, 0);

    var test = ShuffleTest.of(truth.history(), truth.arcs(), TRUE);

    assertThat(test.pValue()).isGreaterThan(0.05);
  }

  private static int holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
  }
}
