package groundswell.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Slices written down, read back, and compared. */
class SliceTest {
  private static final LocalDate MAY = LocalDate.of(2024, 5, 1);

  @Test
  void a_slice_reads_back_as_it_was_written() {
    for (Slice slice :
        new Slice[] {
          Slice.all(),
          Slice.communities(Set.of("tea shop", "a,b", "ü%")),
          Slice.communities(Set.of()),
          Slice.periods("tea shop", Set.of(MAY, MAY.plusDays(1)))
        }) {
      assertThat(Slice.of(slice.text())).isEqualTo(slice);
    }
  }

  @Test
  void slices_of_other_communities_or_other_periods_are_disjoint() {
    Slice tea = Slice.communities(Set.of("tea"));
    Slice teaInMay = Slice.periods("tea", Set.of(MAY));

    assertThat(tea.isDisjoint(Slice.communities(Set.of("ski")))).isTrue();
    assertThat(teaInMay.isDisjoint(Slice.periods("tea", Set.of(MAY.plusDays(1))))).isTrue();
    assertThat(teaInMay.isDisjoint(Slice.periods("ski", Set.of(MAY)))).isTrue();
  }

  @Test
  void slices_that_may_share_a_row_are_not_disjoint() {
    Slice tea = Slice.communities(Set.of("tea"));
    Slice teaInMay = Slice.periods("tea", Set.of(MAY));

    assertThat(tea.isDisjoint(teaInMay)).isFalse();
    assertThat(teaInMay.isDisjoint(tea)).isFalse();
    assertThat(Slice.all().isDisjoint(teaInMay)).isFalse();
    assertThat(teaInMay.isDisjoint(Slice.all())).isFalse();
  }
}
