package groundswell.planning.simulate;

import groundswell.kernels.network.Network;
import groundswell.kernels.wordofmouth.Adoption;
import groundswell.kernels.wordofmouth.DailyOutcome;
import groundswell.kernels.wordofmouth.SeedStage;
import groundswell.kernels.wordofmouth.TieRate;
import groundswell.kernels.wordofmouth.WordOfMouth;
import groundswell.kernels.wordofmouth.WordOfMouthParameters;
import groundswell.planning.bundle.BundleParameters;
import groundswell.planning.bundle.CommunityBundle;
import groundswell.planning.bundle.TieClass;
import groundswell.planning.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * One simulated history of a community. The influence of each tie class, the hazard from outside
 * and the scenario's shares are drawn once per replication, so the spread of the histories holds
 * what the calibration does not know. Each history is run twice on the same random numbers, with
 * and without the seed programme.
 */
public final class GrowthReplication {
  private final Scenario scenario;
  private final Network network;
  private final BundleParameters estimates;
  private final int[] candidates; // best first

  public GrowthReplication(Scenario scenario, CommunityBundle bundle) {
    this.scenario = scenario;
    this.network = bundle.network();
    this.estimates = bundle.parameters();
    this.candidates = byDegree(network);
  }

  /** The history of one number. */
  public GrowthHistory run(int number) {
    WordOfMouthParameters parameters = parameters(number);
    var with = new DailyOutcome(scenario.horizonDays(), TieClass.count());
    new WordOfMouth(network, parameters).run(scenario.seed(), number, with);
    var without = new DailyOutcome(scenario.horizonDays(), TieClass.count());
    new WordOfMouth(network, parameters.withSeedProgramme(List.of()))
        .run(scenario.seed(), number, without);
    double[] credit = new double[with.causes()];
    java.util.Arrays.setAll(credit, with::creditOf);
    return new GrowthHistory(
        cumulative(with, with::adoptersOn),
        cumulative(without, without::adoptersOn),
        cumulative(with, with::negativeOn),
        credit);
  }

  /** Day 0 of the outcome is as_of. */
  private static int[] cumulative(DailyOutcome outcome, java.util.function.IntUnaryOperator onDay) {
    int[] sums = new int[outcome.horizonDays() + 1];
    int sum = 0;
    for (int day = 0; day < sums.length; day++) {
      sum += onDay.applyAsInt(day);
      sums[day] = sum;
    }
    return sums;
  }

  private WordOfMouthParameters parameters(int number) {
    var plan = scenario.wordOfMouth();
    double negative = Aspect.NEGATIVE.draw(plan.negativeShare(), scenario.seed(), number);
    return WordOfMouthParameters.of(scenario.horizonDays(), tieRates(number))
        .withAdvertising(outside(number))
        .withTalkWindow(estimates.talkDays())
        .withAdoption(new Adoption(1, 1 - negative, 0.5, 2))
        .withSeedProgramme(stages(Aspect.ACCEPT.draw(plan.accept(), scenario.seed(), number)));
  }

  private TieRate[] tieRates(int number) {
    TieRate[] rates = new TieRate[TieClass.count()];
    for (int code = 0; code < rates.length; code++) {
      TieClass tieClass = TieClass.of(code);
      int entity = code;
      double hazard =
          estimates
              .influence(tieClass)
              .map(e -> Posterior.quantile(e, uniform(Aspect.INFLUENCE, number, entity)))
              .orElse(0.0);
      rates[code] = new TieRate(tieClass.key(), hazard);
    }
    return rates;
  }

  /** What reaches members past the network, and the scenario's advertising, by day from 1. */
  private double[] outside(int number) {
    double base =
        estimates
            .externalHazard()
            .map(e -> Posterior.quantile(e, uniform(Aspect.EXTERNAL, number, 0)))
            .orElse(0.0);
    double[] hazards = new double[scenario.horizonDays()];
    java.util.Arrays.setAll(hazards, day -> base + scenario.wordOfMouth().advertisingOn(day + 1));
    return hazards;
  }

  private double uniform(Aspect aspect, int number, long entity) {
    return aspect.uniform(scenario.seed(), number, entity);
  }

  private List<SeedStage> stages(double accept) {
    List<SeedStage> stages = new ArrayList<>();
    int day = 1;
    for (var stage : scenario.wordOfMouth().seedProgramme().entrySet()) {
      int cap = Math.min(stage.getValue(), candidates.length);
      stages.add(new SeedStage(stage.getKey(), day, cap, accept, candidates));
      day += scenario.wordOfMouth().stageDays();
    }
    return stages;
  }

  /** Members by the number of people who hear them, most first; ties by number. */
  private static int[] byDegree(Network network) {
    Integer[] order = new Integer[network.members()];
    java.util.Arrays.setAll(order, member -> member);
    java.util.Arrays.sort(
        order, java.util.Comparator.comparingInt((Integer member) -> -network.degree(member)));
    return java.util.Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
