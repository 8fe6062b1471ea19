package groundswell.kernels.wordofmouth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkBuilder;
import groundswell.kernels.network.NetworkBuilder.Merge;
import groundswell.kernels.statistics.Moments;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Day-by-day means against Markov chains and the Bass curve. */
class DiffusionOracleTest {

  /** States: nobody, one, both; alpha to each from outside, alpha + beta once the other talks. */
  @Test
  void two_members_follow_their_three_state_chain() {
    double alone = 1 - Math.exp(-0.05);
    double told = 1 - Math.exp(-0.05 - 0.3);
    double[] chain = {1, 0, 0};
    double[] expected = new double[11];
    for (int day = 1; day <= 10; day++) {
      double both = chain[2] + chain[1] * told + chain[0] * alone * alone;
      double one = chain[1] * (1 - told) + chain[0] * 2 * alone * (1 - alone);
      chain = new double[] {1 - one - both, one, both};
      expected[day] = one + 2 * both;
    }
    double[] hazard = new double[10];
    Arrays.fill(hazard, 0.05);
    var parameters = WordOfMouthParameters.of(10, new TieRate("tie", 0.3)).withAdvertising(hazard);
    double[] mean = meanAdopters(complete(2), parameters, 40_000);
    for (int day = 1; day <= 10; day++) {
      assertThat(mean[day]).isCloseTo(expected[day], within(4 * 0.9 / Math.sqrt(40_000)));
    }
  }

  /** F(t) = (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t), steps so small that days hardly matter. */
  @Test
  void where_everybody_knows_everybody_adoption_follows_the_bass_curve() {
    int members = 400;
    double p = 0.004;
    double q = 0.02;
    double[] hazard = new double[300];
    Arrays.fill(hazard, p);
    var parameters =
        WordOfMouthParameters.of(300, new TieRate("tie", q / (members - 1)))
            .withAdvertising(hazard);
    double[] mean = meanAdopters(complete(members), parameters, 40);
    for (int day : new int[] {50, 100, 150, 200, 300}) {
      double decay = Math.exp(-(p + q) * day);
      double bass = (1 - decay) / (1 + q / p * decay);
      assertThat(mean[day] / members).isCloseTo(bass, within(0.015));
    }
  }

  @Test
  void doubts_lower_the_acceptance_by_the_power_of_their_weight() {
    var builder = new NetworkBuilder(4, Merge.SUM);
    for (int grumbler = 0; grumbler < 3; grumbler++) {
      builder.add(grumbler, 3, 0, 1);
    }
    var parameters =
        WordOfMouthParameters.of(1, TieRate.ofDailyProbability("sure", 1))
            .withAdoption(new Adoption(0.9, 0, 0.1, 2))
            .withAdvertising(TieRate.CERTAIN)
            .withInitialAdopters(0, 1, 2);
    double adopted = meanAdopters(builder.build(), parameters, 40_000)[1] - 3;
    double expected = 0.9 * Math.pow(0.9, 6);
    assertThat(adopted)
        .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / 40_000)));
  }

  @Test
  void the_share_of_unsatisfied_adopters_is_one_minus_the_quality() {
    var parameters =
        WordOfMouthParameters.of(1)
            .withAdoption(new Adoption(1, 0.8, 0, 1))
            .withAdvertising(TieRate.CERTAIN);
    var outcome = DailyOutcome.of(parameters);
    new WordOfMouth(new NetworkBuilder(40_000, Merge.SUM).build(), parameters).run(1, 0, outcome);
    assertThat(outcome.adoptersOn(1)).isEqualTo(40_000);
    assertThat(outcome.negativeOn(1) / 40_000.0)
        .isCloseTo(0.2, within(4 * Math.sqrt(0.16 / 40_000)));
  }

  @Test
  void of_those_invited_the_accepting_share_adopts() {
    int[] candidates = new int[30_000];
    Arrays.setAll(candidates, i -> 29_999 - i);
    var stage = new SeedStage("beta", 1, 20_000, 0.3, candidates);
    var parameters = WordOfMouthParameters.of(1).withSeedProgramme(List.of(stage));
    double mean = meanAdopters(new NetworkBuilder(30_000, Merge.SUM).build(), parameters, 1)[1];
    assertThat(mean).isCloseTo(6000, within(4 * Math.sqrt(20_000 * 0.21)));
  }

  /** Hazards h1 and h2 that compete share the adoptions in the proportion h1 : h2. */
  @Test
  void credit_of_competing_classes_is_in_proportion_to_their_hazards() {
    var network = new NetworkBuilder(3, Merge.SUM).add(0, 2, 0, 1).add(1, 2, 1, 1).build();
    var parameters =
        WordOfMouthParameters.of(60, new TieRate("weak", 0.04), new TieRate("strong", 0.12))
            .withInitialAdopters(0, 1);
    var kernel = new WordOfMouth(network, parameters);
    var outcome = DailyOutcome.of(parameters);
    var weak = new Moments();
    for (int replication = 0; replication < 40_000; replication++) {
      kernel.run(1, replication, outcome);
      weak.add(outcome.creditOf(DailyOutcome.FIRST_TIE));
    }
    assertThat(weak.mean()).isCloseTo(0.25, within(4 * weak.standardError() + 0.001));
  }

  private static Network complete(int members) {
    var builder = new NetworkBuilder(members, Merge.SUM);
    for (int one = 0; one < members; one++) {
      for (int other = 0; other < members; other++) {
        builder.add(one, other, 0, 1);
      }
    }
    return builder.build();
  }

  private static double[] meanAdopters(
      Network network, WordOfMouthParameters parameters, int replications) {
    var kernel = new WordOfMouth(network, parameters);
    var outcome = DailyOutcome.of(parameters);
    long[] sums = new long[parameters.horizonDays() + 1];
    for (int replication = 0; replication < replications; replication++) {
      kernel.run(11, replication, outcome);
      for (int day = 0; day < sums.length; day++) {
        sums[day] += outcome.adoptersUntil(day);
      }
    }
    return Arrays.stream(sums).mapToDouble(sum -> sum / (double) replications).toArray();
  }
}
