package groundswell.kernels.wordofmouth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkBuilder;
import groundswell.kernels.network.NetworkBuilder.Merge;
import groundswell.kernels.random.Draws;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold in every replication, whatever the random numbers. */
class WordOfMouthLawTest {
  private static final int MEMBERS = 3000;
  private static final Network COMMUNITY = community(1);
  private static final WordOfMouthParameters POSITIVE =
      WordOfMouthParameters.of(60, new TieRate("weak", 0.01, weekly()), new TieRate("strong", 0.04))
          .withAdvertising(0.001, 0.002, 0, 0.001)
          .withInitialAdopters(5, 6);
  private static final WordOfMouthParameters FULL =
      POSITIVE
          .withAdoption(new Adoption(0.7, 0.8, 0.2, 2))
          .withTalkWindow(20)
          .withSeedProgramme(
              List.of(
                  new SeedStage("angel", 3, 40, 0.6, 0, 9, 100, 200, 300, 17, 18, 5),
                  new SeedStage("beta", 20, 60, 0.4, first(100))));

  @Test
  void the_same_seed_gives_the_same_bytes_whatever_ran_before() {
    var kernel = new WordOfMouth(COMMUNITY, FULL);
    var later = DailyOutcome.of(FULL);
    kernel.run(1, 7, later);
    kernel.run(1, 8, later);
    kernel.run(1, 3, later);
    assertThat(later).isEqualTo(run(COMMUNITY, FULL, 3)).isNotEqualTo(run(COMMUNITY, FULL, 4));
  }

  @Test
  void the_order_in_which_the_ties_were_told_has_no_effect() {
    assertThat(run(community(-1), FULL, 3)).isEqualTo(run(COMMUNITY, FULL, 3));
  }

  @Test
  void the_credits_of_each_day_add_up_to_its_adopters_to_the_last_bit() {
    for (int replication = 0; replication < 10; replication++) {
      var outcome = run(COMMUNITY, FULL, replication);
      for (int day = 0; day <= outcome.horizonDays(); day++) {
        long credit = 0;
        for (int cause = 0; cause < outcome.causes(); cause++) {
          credit += outcome.creditOn(day, cause);
        }
        assertThat(credit).isEqualTo(outcome.adoptersOn(day) * DailyOutcome.ONE);
      }
    }
  }

  @Test
  void more_initial_adopters_never_make_anybody_adopt_later() {
    assertNeverLater(POSITIVE, POSITIVE.withInitialAdopters(first(20)));
  }

  @Test
  void a_seed_programme_never_makes_anybody_adopt_later() {
    assertNeverLater(POSITIVE, POSITIVE.withSeedProgramme(FULL.seedProgramme()));
    assertNeverLater(
        POSITIVE.withSeedProgramme(FULL.seedProgramme()),
        POSITIVE.withSeedProgramme(FULL.seedProgramme()).withInitialAdopters(first(20)));
  }

  @Test
  void a_larger_hazard_or_more_advertising_never_makes_anybody_adopt_later() {
    var louder =
        WordOfMouthParameters.of(
                60, new TieRate("weak", 0.012, weekly()), new TieRate("strong", 0.05))
            .withAdvertising(0.001, 0.003, 0, 0.002)
            .withInitialAdopters(5, 6);
    assertNeverLater(POSITIVE, louder);
  }

  @Test
  void each_mechanism_switched_off_leaves_the_textbook_case_bit_for_bit() {
    var textbook = run(COMMUNITY, POSITIVE, 2);
    var emptyStage = List.of(new SeedStage("none", 4, 0, 1, first(9)));
    var nobodyAccepts = List.of(new SeedStage("refused", 4, 9, 0, first(9)));
    assertThat(run(COMMUNITY, POSITIVE.withSeedProgramme(emptyStage), 2)).isEqualTo(textbook);
    assertThat(run(COMMUNITY, POSITIVE.withSeedProgramme(nobodyAccepts), 2)).isEqualTo(textbook);
    assertThat(run(COMMUNITY, POSITIVE.withAdoption(new Adoption(1, 1, 0.5, 9)), 2))
        .isEqualTo(textbook);
    assertThat(run(COMMUNITY, POSITIVE.withTalkWindow(60), 2)).isEqualTo(textbook);
    var silent = POSITIVE.withAdvertising();
    assertThat(run(COMMUNITY, POSITIVE.withAdvertising(new double[60]), 2))
        .isEqualTo(run(COMMUNITY, silent, 2))
        .isNotEqualTo(textbook);
  }

  @Test
  void after_the_largest_replication_a_run_allocates_nothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var kernel = new WordOfMouth(COMMUNITY, FULL);
    var outcome = DailyOutcome.of(FULL);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) { // the machine itself may allocate while it warms up
      long before = threads.getCurrentThreadAllocatedBytes();
      runFive(kernel, outcome);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }

  private static void runFive(WordOfMouth kernel, DailyOutcome outcome) {
    for (int replication = 0; replication < 5; replication++) {
      kernel.run(1, replication, outcome);
    }
  }

  @Test
  void what_does_not_fit_the_network_is_refused_in_a_sentence() {
    assertThatThrownBy(() -> new WordOfMouth(COMMUNITY, POSITIVE.withInitialAdopters(MEMBERS)))
        .hasMessage("initialAdopters must be member numbers in [0, 3000) but one is 3000");
    assertThatThrownBy(() -> new WordOfMouth(COMMUNITY, POSITIVE.withInitialAdopters(4, 4)))
        .hasMessage("initialAdopters names member 4 twice");
    assertThatThrownBy(() -> new WordOfMouth(COMMUNITY, WordOfMouthParameters.of(5)))
        .hasMessage("The network has tie classes up to 1 but only 0 tie rates are given");
    assertThatThrownBy(() -> new TieRate("chat", Double.NaN))
        .hasMessage("hazardPerDay of chat must be zero or positive and finite but is NaN");
  }

  private static void assertNeverLater(WordOfMouthParameters less, WordOfMouthParameters more) {
    var slow = new WordOfMouth(COMMUNITY, less);
    var fast = new WordOfMouth(COMMUNITY, more);
    long earlier = 0;
    for (int replication = 0; replication < 10; replication++) {
      slow.run(1, replication, DailyOutcome.of(less));
      fast.run(1, replication, DailyOutcome.of(more));
      for (int member = 0; member < MEMBERS; member++) {
        assertThat(day(fast, member)).isLessThanOrEqualTo(day(slow, member));
        earlier += day(fast, member) < day(slow, member) ? 1 : 0;
      }
    }
    assertThat(earlier).isPositive();
  }

  private static int day(WordOfMouth kernel, int member) {
    int day = kernel.adoptionDay(member);
    return day < 0 ? Integer.MAX_VALUE : day;
  }

  private static DailyOutcome run(Network network, WordOfMouthParameters parameters, int which) {
    var outcome = DailyOutcome.of(parameters);
    new WordOfMouth(network, parameters).run(1, which, outcome);
    return outcome;
  }

  private static Network community(int direction) {
    var builder = new NetworkBuilder(MEMBERS, Merge.SUM);
    for (int i = 0; i < 15_000; i++) {
      int arc = direction > 0 ? i : 14_999 - i;
      float strength = (float) (2 * Draws.uniform(4, arc));
      builder.add(
          Draws.below(1, arc, MEMBERS),
          Draws.below(2, arc, MEMBERS),
          Draws.below(3, arc, 2),
          strength);
    }
    return builder.build();
  }

  private static int[] first(int count) {
    int[] members = new int[count];
    Arrays.setAll(members, i -> i);
    return members;
  }

  private static double[] weekly() {
    double[] multipliers = new double[60];
    Arrays.setAll(multipliers, day -> day % 7 < 5 ? 1 : 1.8);
    return multipliers;
  }
}
