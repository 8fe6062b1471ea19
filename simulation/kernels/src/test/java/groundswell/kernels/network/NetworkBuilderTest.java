package groundswell.kernels.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.kernels.network.NetworkBuilder.Merge;
import groundswell.kernels.random.Draws;
import org.junit.jupiter.api.Test;

class NetworkBuilderTest {
  @Test
  void arcs_are_sorted_by_source_then_tie_class_then_target() {
    var network =
        new NetworkBuilder(3, Merge.SUM)
            .add(2, 0, 0, 1)
            .add(0, 1, 1, 2)
            .add(0, 2, 0, 3)
            .add(0, 1, 0, 4)
            .build();
    assertThat(network.offsets()).containsExactly(0, 3, 3, 4);
    assertThat(network.targets()).containsExactly(1, 2, 1, 0);
    assertThat(network.tieClasses()).containsExactly(0, 0, 1, 0);
    assertThat(network.strengths()).containsExactly(4, 3, 2, 1);
    assertThat(network.tieClassCount()).isEqualTo(2);
  }

  @Test
  void the_order_in_which_arcs_are_added_has_no_effect() {
    assertThat(shuffled(1)).isEqualTo(shuffled(2)).isNotEqualTo(shuffledOf(3, 901));
  }

  @Test
  void a_self_loop_is_dropped_and_counted() {
    var builder = new NetworkBuilder(2, Merge.SUM).add(1, 1, 0, 1).add(0, 1, 0, 1);
    assertThat(builder.build().arcs()).isEqualTo(1);
    assertThat(builder.selfLoops()).isEqualTo(1);
  }

  @Test
  void repeated_arcs_become_one_with_the_sum_or_the_largest_of_the_strengths() {
    assertThat(repeated(Merge.SUM).strengths()).containsExactly(6, 8);
    assertThat(repeated(Merge.LARGEST).strengths()).containsExactly(3, 8);
  }

  @Test
  void repeated_arcs_are_counted() {
    var builder = new NetworkBuilder(2, Merge.SUM).add(0, 1, 0, 1).add(0, 1, 0, 1);
    builder.build();
    assertThat(builder.duplicates()).isEqualTo(1);
  }

  @Test
  void a_network_without_arcs_or_members_is_a_network() {
    assertThat(new NetworkBuilder(0, Merge.SUM).build().members()).isZero();
    var isolated = new NetworkBuilder(3, Merge.SUM).build();
    assertThat(isolated.offsets()).containsExactly(0, 0, 0, 0);
    assertThat(isolated.tieClassCount()).isZero();
  }

  @Test
  void reversed_twice_is_the_same_network() {
    var network = shuffled(5);
    assertThat(network.reversed()).isNotEqualTo(network);
    assertThat(network.reversed().reversed()).isEqualTo(network);
  }

  @Test
  void a_member_number_out_of_range_is_named() {
    assertThatThrownBy(() -> new NetworkBuilder(2, Merge.SUM).add(0, 2, 0, 1))
        .hasMessage("target must be a member number in [0, 2) but is 2");
  }

  @Test
  void a_strength_that_is_no_number_is_refused() {
    assertThatThrownBy(() -> new NetworkBuilder(2, Merge.SUM).add(0, 1, 0, Float.NaN))
        .hasMessage("strength must be zero or positive and finite but is NaN");
  }

  private static Network repeated(Merge merge) {
    return new NetworkBuilder(2, merge)
        .add(0, 1, 0, 3)
        .add(1, 0, 0, 8)
        .add(0, 1, 0, 1)
        .add(0, 1, 0, 2)
        .build();
  }

  private static Network shuffled(int stride) {
    return shuffledOf(stride, 900);
  }

  /** Arcs of random ends and uneven strengths, visited in another order for each stride. */
  private static Network shuffledOf(int stride, int arcs) {
    var builder = new NetworkBuilder(20, Merge.SUM);
    int prime = 907;
    for (int i = 0; i < prime; i++) {
      int arc = (int) ((long) i * (stride * 31L + 1) % prime);
      if (arc < arcs) {
        float strength = (float) Draws.uniform(4, arc);
        builder.add(
            Draws.below(1, arc, 20), Draws.below(2, arc, 20), Draws.below(3, arc, 3), strength);
      }
    }
    return builder.build();
  }
}
