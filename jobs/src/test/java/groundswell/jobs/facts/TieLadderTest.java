package groundswell.jobs.facts;

import static groundswell.jobs.facts.TieLadder.NEVER;
import static groundswell.jobs.facts.TieState.FAN;
import static groundswell.jobs.facts.TieState.NONE;
import static groundswell.jobs.facts.TieState.PARTNER;
import static groundswell.jobs.facts.TieState.SHAREHOLDER;
import static groundswell.jobs.facts.TieState.STRONG;
import static groundswell.jobs.facts.TieState.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.facts.TieLadder.Member;
import groundswell.jobs.facts.TieLadder.Span;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TieLadderTest {
  private static final int[] NO_RING = {};

  @Test
  void who_came_once_is_a_weak_tie_for_28_days() {
    assertThat(TieLadder.spans(active(100)))
        .containsExactly(new Span(100, 128, WEAK), new Span(128, NEVER, NONE));
  }

  @Test
  void who_joined_and_did_nothing_has_no_tie() {
    assertThat(TieLadder.spans(joined(100))).containsExactly(new Span(100, NEVER, NONE));
  }

  @Test
  void three_of_four_weeks_make_a_strong_tie() {
    assertThat(TieLadder.spans(active(100, 107, 114)))
        .containsExactly(
            new Span(100, 114, WEAK),
            new Span(114, 128, STRONG),
            new Span(128, 142, WEAK),
            new Span(142, NEVER, NONE));
  }

  @Test
  void three_days_of_one_week_stay_a_weak_tie() {
    assertThat(TieLadder.spans(active(100, 101, 102)).get(0).state()).isEqualTo(WEAK);
  }

  @Test
  void twelve_active_days_over_three_weeks_make_a_fan() {
    Member member = active(100, 101, 102, 103, 104, 105, 107, 108, 109, 110, 111, 114);

    assertThat(TieLadder.spans(member).get(1)).isEqualTo(new Span(114, 128, FAN));
  }

  @Test
  void a_strong_tie_in_an_inner_ring_is_a_fan_as_long_as_the_ring_lasts() {
    Member member =
        new Member(days(100, 107, 114), 100, NEVER, days(116, 120), NEVER, NEVER, NEVER);

    assertThat(TieLadder.spans(member))
        .contains(new Span(114, 116, STRONG), new Span(116, 120, FAN), new Span(120, 128, STRONG));
  }

  @Test
  void an_honoured_strong_tie_is_a_fan() {
    Member member = new Member(days(100, 107, 114), 100, NEVER, NO_RING, 90, NEVER, NEVER);

    assertThat(TieLadder.spans(member)).contains(new Span(114, 128, FAN));
  }

  @Test
  void a_ring_without_presence_is_no_tie() {
    Member member = new Member(days(), 100, NEVER, days(100), 100, 100, 100);

    assertThat(TieLadder.spans(member)).containsExactly(new Span(100, NEVER, NONE));
  }

  @Test
  void a_partner_is_one_while_present_and_rises_when_paid() {
    Member member = new Member(days(100), 100, NEVER, NO_RING, NEVER, 105, 110);

    assertThat(TieLadder.spans(member))
        .containsExactly(
            new Span(100, 105, WEAK),
            new Span(105, 110, PARTNER),
            new Span(110, 128, SHAREHOLDER),
            new Span(128, NEVER, NONE));
  }

  @Test
  void spans_end_on_the_day_of_leaving() {
    Member member = new Member(days(100), 100, 110, NO_RING, NEVER, NEVER, NEVER);

    assertThat(TieLadder.spans(member)).containsExactly(new Span(100, 110, WEAK));
  }

  /** The definition taken literally, day by day, against the walk over candidate days. */
  @Property(tries = 300)
  void spans_equal_the_definition_on_every_day(
      @ForAll @Size(max = 40) Set<@IntRange(min = 0, max = 90) Integer> active,
      @ForAll @IntRange(min = 0, max = 100) int ring,
      @ForAll @IntRange(min = 0, max = 100) int partner) {
    int[] days = new TreeSet<>(active).stream().mapToInt(day -> day).toArray();
    Member member = new Member(days, 0, NEVER, days(ring, ring + 10), NEVER, partner, NEVER);

    List<Span> spans = TieLadder.spans(member);

    for (int day = 0; day < 130; day++) {
      int today = day;
      assertThat(spans)
          .filteredOn(span -> span.fromDay() <= today && today < span.toDay())
          .singleElement()
          .extracting(Span::state)
          .isEqualTo(literally(active, ring, partner, today));
    }
  }

  private static TieState literally(Set<Integer> active, int ring, int partner, int day) {
    long count = active.stream().filter(on -> on <= day && on > day - 28).count();
    long weeks =
        IntStream.range(0, 4)
            .filter(
                week ->
                    active.stream()
                        .anyMatch(on -> on <= day - 7 * week && on > day - 7 * (week + 1)))
            .count();
    if (count == 0) {
      return NONE;
    }
    if (day >= partner) {
      return PARTNER;
    }
    if (weeks < 3) {
      return WEAK;
    }
    return count >= 12 || (day >= ring && day < ring + 10) ? FAN : STRONG;
  }

  private static Member active(int... days) {
    return new Member(days, days[0], NEVER, NO_RING, NEVER, NEVER, NEVER);
  }

  private static Member joined(int day) {
    return new Member(days(), day, NEVER, NO_RING, NEVER, NEVER, NEVER);
  }

  private static int[] days(int... days) {
    return days;
  }
}
