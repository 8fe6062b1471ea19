package groundswell.kernels.wordofmouth;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small communities whose outcome can be worked out in the head. */
class WordOfMouthExactTest {
  private static final TieRate SURE = TieRate.ofDailyProbability("sure", 1);

  @Test
  void along_a_path_of_certain_ties_one_more_member_adopts_each_day() {
    var outcome = run(path(4), WordOfMouthParameters.of(10, SURE).withInitialAdopters(0));
    assertThat(List.of(0, 1, 2, 3, 4).stream().map(outcome::adoptersOn))
        .containsExactly(1, 1, 1, 1, 0);
    assertThat(outcome.creditOf(DailyOutcome.INITIAL)).isEqualTo(1);
    assertThat(outcome.creditOf(DailyOutcome.FIRST_TIE)).isEqualTo(3);
  }

  @Test
  void a_horizon_of_no_days_leaves_the_initial_adopters() {
    var outcome = run(path(3), WordOfMouthParameters.of(0, SURE).withInitialAdopters(1, 2));
    assertThat(outcome.adoptersUntil(0)).isEqualTo(2);
  }

  @Test
  void an_empty_community_stays_empty() {
    var outcome = run(path(0), WordOfMouthParameters.of(5, SURE).withAdvertising(40));
    assertThat(outcome.adoptersUntil(5)).isZero();
  }

  @Test
  void informs_of_the_same_day_share_the_credit_by_tie_class_to_the_last_bit() {
    var network =
        new NetworkBuilder(4, NetworkBuilder.Merge.SUM)
            .add(0, 3, 0, 1)
            .add(1, 3, 0, 1)
            .add(2, 3, 1, 1)
            .build();
    var outcome =
        run(network, WordOfMouthParameters.of(1, SURE, SURE).withInitialAdopters(0, 1, 2));
    long third = DailyOutcome.ONE / 3;
    assertThat(outcome.creditOn(1, DailyOutcome.FIRST_TIE)).isEqualTo(2 * third + 1);
    assertThat(outcome.creditOn(1, DailyOutcome.FIRST_TIE + 1)).isEqualTo(third);
  }

  @Test
  void a_seed_stage_invites_the_first_candidates_who_have_not_adopted() {
    var stage = new SeedStage("angel", 2, 2, 1, 0, 3, 4, 2);
    var parameters =
        WordOfMouthParameters.of(2, SURE).withInitialAdopters(0).withSeedProgramme(List.of(stage));
    var kernel =
        new WordOfMouth(new NetworkBuilder(5, NetworkBuilder.Merge.SUM).build(), parameters);
    kernel.run(1, 0, DailyOutcome.of(parameters));
    assertThat(List.of(0, 1, 2, 3, 4).stream().map(kernel::adoptionDay))
        .containsExactly(0, -1, -1, 2, 2);
  }

  @Test
  void after_the_talk_window_nobody_hears_anything() {
    var quiet = new TieRate("later", TieRate.CERTAIN, 0, 0, 1);
    var parameters = WordOfMouthParameters.of(9, quiet).withInitialAdopters(0);
    assertThat(run(path(2), parameters.withTalkWindow(2)).adoptersUntil(9)).isEqualTo(1);
    assertThat(run(path(2), parameters.withTalkWindow(3)).adoptersOn(3)).isEqualTo(1);
  }

  @Test
  void bad_news_of_the_same_day_keeps_a_doubter_from_adopting() {
    var adoption = new Adoption(1, 0, 1, 1);
    var parameters =
        WordOfMouthParameters.of(3, SURE)
            .withAdoption(adoption)
            .withInitialAdopters(0)
            .withAdvertising(TieRate.CERTAIN);
    var outcome = run(path(2), parameters);
    assertThat(outcome.adoptersUntil(3)).isEqualTo(1);
    assertThat(outcome.negativeOn(0)).isEqualTo(1);
    assertThat(outcome.rejectorsOn(1)).isEqualTo(1);
  }

  static Network path(int members) {
    var builder = new NetworkBuilder(members, NetworkBuilder.Merge.SUM);
    for (int member = 0; member + 1 < members; member++) {
      builder.add(member, member + 1, 0, 1);
    }
    return builder.build();
  }

  private static DailyOutcome run(Network network, WordOfMouthParameters parameters) {
    var outcome = DailyOutcome.of(parameters);
    new WordOfMouth(network, parameters).run(7, 0, outcome);
    return outcome;
  }
}
