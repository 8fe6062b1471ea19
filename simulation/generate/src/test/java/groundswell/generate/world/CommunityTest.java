package groundswell.generate.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import groundswell.generate.world.TrueParameters.Hazards;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The history of 20,000 people over 120 days has the structure that it claims. */
class CommunityTest {
  private static Community community;

  @BeforeAll
  static void live() {
    community =
        new Community(
            new Parameters(
                20_000,
                120,
                7,
                LocalDate.of(2026, 1, 1),
                ZoneId.of("Asia/Shanghai"),
                Defects.NONE,
                Format.AVRO));
  }

  @Test
  void degrees_are_heavy_tailed() {
    Arcs followers = community.ties().followers();
    int[] degrees =
        IntStream.range(0, community.people().count()).map(followers::degree).sorted().toArray();
    double mean = Arrays.stream(degrees).average().orElseThrow();
    double median = degrees[degrees.length / 2];
    double topHundredth = Arrays.stream(degrees).skip(degrees.length * 99L / 100).sum();

    assertThat(mean).isGreaterThan(1.4 * median);
    assertThat(degrees[degrees.length - 1]).isGreaterThan((int) (30 * mean));
    assertThat(topHundredth / Arrays.stream(degrees).sum()).isGreaterThan(0.15);
  }

  @Test
  void a_pair_has_one_kind_of_tie() {
    for (int person = 0; person < community.people().count(); person++) {
      List<Integer> all = new ArrayList<>(others(community.ties().strong(), person));
      all.addAll(others(community.ties().weak(), person));
      assertThat(all).doesNotHaveDuplicates().doesNotContain(person);
      assertThat(others(community.ties().follows(), person))
          .matches(followed -> Collections.disjoint(followed, all));
    }
  }

  private static List<Integer> others(Arcs arcs, int person) {
    return IntStream.range(arcs.first(person), arcs.first(person + 1))
        .mapToObj(arcs::other)
        .toList();
  }

  @Test
  void the_programme_brings_a_hundred_angels_of_a_thousand_contacted_and_a_thousand_testers() {
    assertThat(community.people().contacted()).isEqualTo(1_000);
    assertThat(community.people().angels()).isEqualTo(100);
    long testers =
        IntStream.range(0, community.people().count())
            .filter(person -> community.joined().day()[person] != Spread.NEVER)
            .filter(person -> community.ring(person) == Community.BETA)
            .count();
    assertThat(testers).isBetween(850L, 1_150L);
  }

  @Test
  void realised_adoptions_per_cause_are_what_the_hazards_promise_within_four_standard_errors() {
    Hazards truth = community.truth().adopting();
    double[] expected = new double[4];
    for (int person = 0; person < community.people().count(); person++) {
      addExpected(person, truth, expected);
    }
    long[] realised = new long[4];
    for (int person : community.adopted().order()) {
      int cause = community.adopted().cause()[person];
      if (cause < realised.length) {
        realised[cause]++;
      }
    }
    for (int cause = 0; cause < realised.length; cause++) {
      assertThat((double) realised[cause])
          .as(Spread.CAUSES.get(cause))
          .isCloseTo(expected[cause], within(4 * Math.sqrt(expected[cause])));
    }
  }

  /** Adds the expected adoptions of one person, worked out from the days and ties alone. */
  private static void addExpected(int person, Hazards truth, double[] expected) {
    int[] adopted = community.adopted().day();
    int joined = community.joined().day()[person];
    if (joined == Spread.NEVER) {
      return;
    }
    int last = Math.min(adopted[person], Math.min(community.leftOn(person) - 1, 119));
    for (int day = Math.max(community.truth().firstSaleDay(), joined + 1); day <= last; day++) {
      if (adopted[person] == day && community.adopted().cause()[person] == Spread.GIVEN) {
        return; // not at risk on a day on which a unit was given
      }
      double[] hazards = {
        truth.external() + (community.calendar().isCampaign(day) ? truth.advertising() : 0),
        truth.strong() * talking(community.ties().strong(), person, day, truth),
        truth.weak() * talking(community.ties().weak(), person, day, truth),
        truth.broadcast() * talking(community.ties().follows(), person, day, truth)
      };
      double hazard = Arrays.stream(hazards).sum();
      for (int cause = 0; cause < hazards.length; cause++) {
        expected[cause] += -Math.expm1(-hazard) * hazards[cause] / hazard;
      }
    }
  }

  private static int talking(Arcs arcs, int person, int day, Hazards truth) {
    int talking = 0;
    for (int arc = arcs.first(person); arc < arcs.first(person + 1); arc++) {
      int adopted = community.adopted().day()[arcs.other(arc)];
      talking += adopted < day && day <= adopted + truth.talkDays() ? 1 : 0;
    }
    return talking;
  }

  @Test
  void a_rush_at_the_opening_keeps_the_gate_busy_at_ten_a_second_for_minutes() {
    for (Sale sale : community.sales()) {
      int first = sale.attempts().length / 4;
      double perSecond =
          first / ((sale.servedAt()[first] - sale.opensAt()) / (double) Calendar.SECOND);

      assertThat(perSecond).isBetween(9.0, 10.1);
      assertThat(sale.allocated()).isEqualTo(sale.stock()).isLessThan(sale.attempts().length / 3);
    }
  }

  @Test
  void nobody_adopts_before_the_day_after_joining() {
    for (int person : community.adopted().order()) {
      assertThat(community.adopted().day()[person]).isGreaterThan(community.joined().day()[person]);
    }
  }

  @Test
  void growth_comes_mostly_by_word_of_mouth() {
    long told =
        IntStream.of(community.joined().order())
            .filter(person -> community.joined().source()[person] >= 0)
            .count();

    assertThat((double) told / community.joined().reached()).isBetween(0.5, 0.9);
  }
}
