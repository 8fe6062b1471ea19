package groundswell.kernels.wordofmouth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkBuilder;
import groundswell.kernels.network.NetworkBuilder.Merge;
import groundswell.kernels.network.RandomNetworks;
import groundswell.kernels.random.Draws;
import groundswell.kernels.statistics.Moments;
import org.junit.jupiter.api.Test;

/**
 * Mean reach of both cascades against closed forms. The daily model with a talk window of one day
 * and hazard -ln(1 - p) is the independent cascade, so both must meet the same number within four
 * standard errors.
 */
class CascadeOracleTest {
  private static final double P = 0.35;

  @Test
  void a_path_of_six_reaches_the_sum_of_powers() {
    double expected = 0;
    for (int i = 0; i < 6; i++) {
      expected += Math.pow(P, i);
    }
    assertReach(WordOfMouthExactTest.path(6), 0, expected);
  }

  @Test
  void a_star_reaches_one_plus_its_leaves_times_p_from_the_hub() {
    assertReach(star(8), 0, 1 + 8 * P);
  }

  @Test
  void a_star_reaches_the_other_leaves_through_the_hub() {
    assertReach(star(8), 3, 1 + P + 7 * P * P);
  }

  @Test
  void a_tree_of_three_children_reaches_a_geometric_sum() {
    var builder = new NetworkBuilder(121, Merge.SUM);
    for (int member = 0; 3 * member + 3 < 121; member++) {
      for (int child = 1; child <= 3; child++) {
        builder.add(member, 3 * member + child, 0, 1);
      }
    }
    double d = 3 * P;
    assertReach(builder.build(), 0, 1 + d + d * d + d * d * d + d * d * d * d);
  }

  @Test
  void a_cycle_is_run_through_from_both_sides() {
    int n = 7;
    var builder = new NetworkBuilder(n, Merge.SUM);
    for (int member = 0; member < n; member++) {
      builder.add(member, (member + 1) % n, 0, 1).add((member + 1) % n, member, 0, 1);
    }
    double power = Math.pow(P, n);
    assertReach(builder.build(), 0, 1 + 2 * (P - power) / (1 - P) - (n - 1) * power);
  }

  @Test
  void any_small_network_reaches_the_mean_over_all_its_live_arc_worlds() {
    for (int example = 0; example < 4; example++) {
      var builder = new NetworkBuilder(7, Merge.LARGEST);
      for (int arc = 0; arc < 14; arc++) {
        int from = arc < 2 ? 0 : Draws.below(example, 2L * arc, 7);
        builder.add(from, Draws.below(example, 2L * arc + 1, 7), 0, 1);
      }
      var network = builder.build();
      assertReach(network, 0, meanOverWorlds(network, 0));
    }
  }

  /** Sum over all subsets of live arcs of their probability times the members they connect. */
  private static double meanOverWorlds(Network network, int start) {
    int arcs = (int) network.arcs();
    double mean = 0;
    for (int world = 0; world < 1 << arcs; world++) {
      int live = Integer.bitCount(world);
      mean += Math.pow(P, live) * Math.pow(1 - P, arcs - live) * reached(network, start, world);
    }
    return mean;
  }

  private static int reached(Network network, int start, int world) {
    int seen = 1 << start;
    int before = 0;
    while (seen != before) {
      before = seen;
      for (int member = 0; member < network.members(); member++) {
        for (int arc = (int) network.offsets()[member];
            (seen >> member & 1) == 1 && arc < network.offsets()[member + 1];
            arc++) {
          seen |= (world >> arc & 1) << network.targets()[arc];
        }
      }
    }
    return Integer.bitCount(seen);
  }

  /**
   * Newman (2002), doi:10.1103/PhysRevE.66.016128: with degrees 1 and 4 in equal parts and
   * transmissibility T, u = 1 - T + T G1(u) and the giant cluster has S = 1 - G0(u).
   */
  @Test
  void on_a_configuration_model_large_cascades_have_the_size_and_chance_of_newman() {
    int members = 20_000;
    int[] degrees = new int[members];
    for (int member = 0; member < members; member++) {
      degrees[member] = member % 2 == 0 ? 1 : 4;
    }
    double u = 0.5;
    for (int i = 0; i < 1000; i++) {
      u = 1 - 0.6 + 0.6 * (0.5 + 2 * u * u * u) / 2.5;
    }
    double giant = 1 - 0.5 * u - 0.5 * Math.pow(u, 4);
    assertGiant(RandomNetworks.configurationModel(degrees, 1).withStrength(0.6f), giant);
  }

  /** S = 1 - exp(-c T S) on a network of Poisson degrees with mean c. */
  @Test
  void on_a_random_network_the_giant_solves_its_fixed_point() {
    var builder = new NetworkBuilder(20_000, Merge.LARGEST);
    for (int tie = 0; tie < 40_000; tie++) { // mean degree 4
      int one = Draws.below(77, 2L * tie, 20_000);
      int other = Draws.below(77, 2L * tie + 1, 20_000);
      builder.add(one, other, 0, 1).add(other, one, 0, 1);
    }
    double giant = 0.5;
    for (int i = 0; i < 1000; i++) {
      giant = 1 - Math.exp(-4 * 0.4 * giant);
    }
    assertGiant(builder.build().withStrength(0.4f), giant);
  }

  private static void assertGiant(Network network, double giant) {
    var cascade = new IndependentCascade(network);
    var size = new Moments();
    int replications = 600;
    for (int replication = 0; replication < replications; replication++) {
      int start = Draws.below(5, replication, network.members());
      double reached = cascade.spread(new int[] {start}, 3, replication) / 20_000.0;
      if (reached > 0.05) {
        size.add(reached);
      }
    }
    double error = Math.sqrt(giant * (1 - giant) / replications);
    assertThat(size.count() / (double) replications).isCloseTo(giant, within(4 * error));
    assertThat(size.mean()).isCloseTo(giant, within(0.012));
  }

  private static Network star(int leaves) {
    var builder = new NetworkBuilder(leaves + 1, Merge.SUM);
    for (int leaf = 1; leaf <= leaves; leaf++) {
      builder.add(0, leaf, 0, 1).add(leaf, 0, 0, 1);
    }
    return builder.build();
  }

  private static void assertReach(Network network, int start, double expected) {
    var cascade = new IndependentCascade(network.withStrength((float) P));
    var parameters =
        WordOfMouthParameters.of(130, TieRate.ofDailyProbability("tie", P))
            .withTalkWindow(1)
            .withInitialAdopters(start);
    var daily = new WordOfMouth(network, parameters);
    var outcome = DailyOutcome.of(parameters);
    var cascadeReach = new Moments();
    var dailyReach = new Moments();
    for (int replication = 0; replication < 20_000; replication++) {
      cascadeReach.add(cascade.spread(new int[] {start}, 1, replication));
      daily.run(2, replication, outcome);
      dailyReach.add((double) outcome.adoptersUntil(130));
    }
    assertThat(cascadeReach.mean())
        .isCloseTo(expected, within(4 * cascadeReach.standardError() + 1e-12));
    assertThat(dailyReach.mean())
        .isCloseTo(expected, within(4 * dailyReach.standardError() + 1e-12));
  }
}
