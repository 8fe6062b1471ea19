package groundswell.kernels.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomNetworksTest {
  @Test
  void the_same_seed_gives_the_same_network_and_another_seed_another() {
    assertThat(RandomNetworks.barabasiAlbert(200, 2, 1))
        .isEqualTo(RandomNetworks.barabasiAlbert(200, 2, 1))
        .isNotEqualTo(RandomNetworks.barabasiAlbert(200, 2, 2));
    assertThat(RandomNetworks.recursiveMatrix(8, 900, 1))
        .isEqualTo(RandomNetworks.recursiveMatrix(8, 900, 1))
        .isNotEqualTo(RandomNetworks.recursiveMatrix(8, 900, 2));
  }

  @Test
  void each_tie_runs_both_ways() {
    var network = RandomNetworks.barabasiAlbert(300, 3, 7);
    assertThat(network.reversed()).isEqualTo(network);
  }

  /** P(degree &ge; k) of the Barabási-Albert law with m ties: m (m + 1) / (k (k + 1)). */
  @Test
  void preferential_attachment_has_the_tail_of_its_law() {
    var network = RandomNetworks.barabasiAlbert(100_000, 5, 3);
    double above = IntStream.range(0, 100_000).filter(i -> network.degree(i) >= 20).count() / 1e5;
    assertThat(above).isCloseTo(30.0 / (20 * 21), within(0.004));
  }

  @Test
  void the_configuration_model_keeps_the_degrees_but_for_loops_and_repeats() {
    int[] degrees = IntStream.range(0, 2000).map(i -> 1 + i % 4).toArray();
    var network = RandomNetworks.configurationModel(degrees, 5);
    assertThat(network.arcs()).isBetween(4980L, 5000L);
    assertThat(IntStream.range(0, 2000)).allMatch(i -> network.degree(i) <= degrees[i]);
  }

  @Test
  void degrees_with_an_odd_sum_cannot_be_paired() {
    assertThatThrownBy(() -> RandomNetworks.configurationModel(new int[] {1, 2}, 1))
        .hasMessage("The degrees must add up to an even number but add up to 3");
  }

  @Test
  void the_recursive_matrix_fills_its_first_quadrant_most() {
    var network = RandomNetworks.recursiveMatrix(12, 20_000, 4);
    long inFirst = 0;
    for (int source = 0; source < 2048; source++) {
      for (int arc = (int) network.offsets()[source]; arc < network.offsets()[source + 1]; arc++) {
        inFirst += network.targets()[arc] < 2048 ? 1 : 0;
      }
    }
    assertThat(inFirst / (double) network.arcs()).isBetween(0.50, 0.60);
  }
}
