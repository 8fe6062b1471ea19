package groundswell.planning.calibrate;

import static groundswell.planning.calibrate.AdoptionHistory.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.planning.bundle.TieClass;
import org.junit.jupiter.api.Test;

/** One arc from member 0, who adopts on day 3, to member 1; window days 1 to 10. */
class ExposureTest {
  @Test
  void a_member_is_exposed_from_the_day_after_the_neighbour_adopts_until_the_talk_ends() {
    var exposure = exposure(history(3, NEVER), 0, 4);

    assertThat(exposure.withoutAdoption()[1]).isEqualTo(4); // days 4 to 7
  }

  @Test
  void days_at_risk_count_until_the_day_before_adoption() {
    var exposure = exposure(history(3, 6), 0, 7);

    assertThat(exposure.withoutAdoption()[0]).isEqualTo(2 + 5);
    assertThat(exposure.withoutAdoption()[1]).isEqualTo(2); // days 4 and 5
  }

  @Test
  void an_adopter_carries_the_exposure_of_the_day_of_adoption() {
    var exposure = exposure(history(3, 6), 0, 7);

    assertThat(exposure.adoptions()).extracting(group -> group.exposure()[1]).containsExactly(0, 1);
  }

  @Test
  void a_tie_carries_nothing_before_it_exists() {
    var exposure = exposure(history(3, NEVER), 5, 5);

    assertThat(exposure.withoutAdoption()[1]).isEqualTo(3); // days 6 to 8
  }

  @Test
  void a_member_who_has_left_is_no_longer_at_risk() {
    var history =
        new AdoptionHistory(new int[] {1, 1}, new int[] {10, 5}, new int[] {3, NEVER}, 1, 10);

    assertThat(exposure(history, 0, 7).withoutAdoption()[1]).isEqualTo(2); // days 4 and 5
  }

  @Test
  void reversed_arcs_expose_the_other_member() {
    var exposure =
        Exposure.of(history(3, NEVER), arc(0), Direction.TARGET_TO_ACTOR, 7, TieClass.count());

    assertThat(exposure.withoutAdoption()[1]).isZero();
  }

  private static AdoptionHistory history(int first, int second) {
    return new AdoptionHistory(
        new int[] {1, 1}, new int[] {10, 10}, new int[] {first, second}, 1, 10);
  }

  private static Exposure exposure(AdoptionHistory history, int sinceDay, int talkDays) {
    return Exposure.of(
        history, arc(sinceDay), Direction.ACTOR_TO_TARGET, talkDays, TieClass.count());
  }

  private static Arcs arc(int sinceDay) {
    return new Arcs(new int[] {0}, new int[] {1}, new byte[] {0}, new int[] {sinceDay});
  }
}
