package groundswell.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import groundswell.planning.scenario.Scenario;
import groundswell.planning.scenario.Scenarios;
import groundswell.planning.simulate.DemandPaths;
import groundswell.planning.simulate.LocalThreads;
import groundswell.planning.simulate.Progress;
import groundswell.planning.simulate.SaleDemand;
import groundswell.planning.simulate.SaleDraw;
import groundswell.planning.simulate.Simulation;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

/** What the optimiser must hold. */
class LaunchPlanTest {
  private static final int DRAWS = 2000;

  @Test
  void one_build_for_one_round_is_the_newsvendor() {
    // Lognormal(1e5, 0.5), price 1999, cost 1900, salvage 1500: fractile 99/499, q* 65,463.
    var economics = oneRound();
    var objective = objective("cvar_weight: 0");
    Builds builds =
        new TwoStageProgram(economics, lognormal(), objective, new SignalBins()).solve();

    assertThat(builds.launch()).isCloseTo(65_463, within(400.0));
    assertThat(Rivals.newsvendor(economics, lognormal()).launch(0))
        .isCloseTo(builds.launch(), within(70.0));
  }

  @Test
  void no_other_build_earns_more_on_the_draws_that_were_seen() {
    Scenario scenario = Scenarios.small().scenario();
    var economics = Economics.of(scenario);
    DemandPaths demand = demand();
    SignalBins bins = SignalBins.of(demand.signal(), 3);
    Builds best = new TwoStageProgram(economics, demand, scenario.objective(), bins).solve();
    double value = value(economics, demand, scenario, best);

    for (double step : new double[] {-200, -20, 20, 200}) {
      double launch = Math.max(0, best.launch() + step);
      assertThat(value(economics, demand, scenario, new Builds(launch, bins, best.reactive())))
          .isLessThanOrEqualTo(value + 1e-3 * Math.abs(value));
      for (int bin = 0; bin < bins.count(); bin++) {
        double[] moved = best.reactive().clone();
        moved[bin] = moved[bin] == 0 ? 0 : Math.max(scenario.supply().moq(), moved[bin] + step);
        assertThat(value(economics, demand, scenario, new Builds(best.launch(), bins, moved)))
            .isLessThanOrEqualTo(value + 1e-3 * Math.abs(value));
      }
    }
  }

  @Test
  void without_weight_on_the_tail_its_level_does_not_matter() {
    Scenario scenario = Scenarios.small().scenario();
    DemandPaths demand = demand();
    var economics = Economics.of(scenario);
    SignalBins bins = SignalBins.of(demand.signal(), 2);
    Builds tenth =
        new TwoStageProgram(economics, demand, objective("cvar_alpha: 0.9, cvar_weight: 0"), bins)
            .solve();
    Builds half =
        new TwoStageProgram(economics, demand, objective("cvar_alpha: 0.5, cvar_weight: 0"), bins)
            .solve();

    assertThat(profit(economics, demand, tenth))
        .isCloseTo(profit(economics, demand, half), within(50.0));
  }

  @Test
  void a_weight_on_the_tail_never_makes_the_tail_worse() {
    Scenario scenario = Scenarios.small().scenario();
    DemandPaths demand = demand();
    var economics = Economics.of(scenario);
    SignalBins bins = SignalBins.of(demand.signal(), 2);
    Builds neutral =
        new TwoStageProgram(economics, demand, objective("cvar_weight: 0"), bins).solve();
    Builds averse =
        new TwoStageProgram(economics, demand, objective("cvar_weight: 0.8"), bins).solve();

    assertThat(tail(economics, demand, averse))
        .isGreaterThanOrEqualTo(tail(economics, demand, neutral) - 1);
  }

  @Test
  void minimum_orders_hold_and_nothing_beats_perfect_information() {
    Scenario scenario = Scenarios.small().scenario();
    LaunchPlan plan = plan(scenario);

    assertThat(plan.builds().launch())
        .satisfiesAnyOf(
            q -> assertThat(q).isZero(), q -> assertThat(q).isGreaterThanOrEqualTo(100));
    for (double reactive : plan.builds().reactive()) {
      assertThat(reactive == 0 || reactive >= 100).isTrue();
    }
    Compared perfect = plan.rivals().get(plan.rivals().size() - 1);
    for (Compared rival : plan.rivals()) {
      assertThat(rival.profitMean()).isLessThanOrEqualTo(perfect.profitMean() + 1e-3);
    }
  }

  @Test
  void the_slope_of_a_path_is_its_finite_difference() {
    Scenario scenario = Scenarios.small().scenario();
    DemandPaths demand = demand();
    var path = new StockPath(Economics.of(scenario));
    for (int draw = 0; draw < 50; draw++) {
      double here = path.run(demand, draw, 1234.5, 321.5).profit[0];
      double slope = path.profit[1];
      double slopeReactive = path.profit[2];
      double more = path.run(demand, draw, 1234.5 + 1e-4, 321.5).profit[0];
      double moreReactive = path.run(demand, draw, 1234.5, 321.5 + 1e-4).profit[0];

      assertThat((more - here) / 1e-4).isCloseTo(slope, within(0.1));
      assertThat((moreReactive - here) / 1e-4).isCloseTo(slopeReactive, within(0.1));
    }
  }

  @Test
  void a_fill_rate_that_cannot_be_reached_names_the_clash_and_the_relaxation() {
    Scenario scenario =
        Scenarios.of(
                Scenarios.TEXT.replace("[1000, 2000, 3000]", "[100]")
                    + "objective: {min_fill_rate: 0.99}\n")
            .scenario();

    assertThatThrownBy(() -> plan(scenario))
        .hasMessageContaining("objective.min_fill_rate 0.99")
        .hasMessageContaining("lower min_fill_rate to that");
  }

  @Test
  void the_tail_mean_counts_the_boundary_draw_by_its_fraction() {
    double[] profits = {4, 1, 3, 2};

    assertThat(Tail.cvar(profits, 0.5)).isEqualTo(1.5);
    assertThat(Tail.cvar(profits, 0.625)).isCloseTo((1 + 0.5 * 2) / 1.5, within(1e-12));
    assertThat(Tail.cvar(profits, 0.0)).isEqualTo(Tail.mean(profits));
  }

  private static LaunchPlan plan(Scenario scenario) {
    return LaunchPlan.of(scenario, demands());
  }

  private static DemandPaths demand() {
    return Sample.of(demands());
  }

  /** Who comes; the objective changes nothing of it. */
  private static List<SaleDemand> demands() {
    return Simulation.sell(Scenarios.small(), List.of(), new LocalThreads(2), Progress.SILENT)
        .sales()
        .stream()
        .map(SaleDraw::demand)
        .toList();
  }

  private static groundswell.planning.scenario.Objective objective(String fields) {
    return Scenarios.of(Scenarios.TEXT + "objective: {" + fields + "}\n").scenario().objective();
  }

  private static double value(
      Economics economics, DemandPaths demand, Scenario scenario, Builds builds) {
    return Evaluation.of(economics, demand, builds.on(demand)).objective(scenario.objective());
  }

  private static double profit(Economics economics, DemandPaths demand, Builds builds) {
    return Tail.mean(Evaluation.of(economics, demand, builds.on(demand)).profit());
  }

  private static double tail(Economics economics, DemandPaths demand, Builds builds) {
    return Tail.cvar(Evaluation.of(economics, demand, builds.on(demand)).profit(), 0.9);
  }

  private static Economics oneRound() {
    return Economics.of(
        Scenarios.of(
                Scenarios.TEXT
                    .replace("unit_cost: 1940", "unit_cost: 1900")
                    .replace("held_back: 0.05, unpaid: {beta: [2, 18]}", "held_back: 0")
                    .replace("count: 3, retry_next_round: 0.7, goodwill_per_loss: 25", "count: 1")
                    .replace("[1000, 2000, 3000]", "[1000000]")
                    .replace("moq: 100, holding_per_week: 2, ", "react_lead_weeks: 20, "))
            .scenario());
  }

  /** Lognormal demand at the middle of equally likely slices, so the sample has no noise. */
  private static DemandPaths lognormal() {
    var normal = new NormalDistribution();
    double[] fresh = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double z = normal.inverseCumulativeProbability((draw + 0.5) / DRAWS);
      fresh[draw] = 100_000 * Math.exp(0.5 * z);
    }
    return new DemandPaths(1, new double[DRAWS], fresh, new double[DRAWS], new double[DRAWS]);
  }
}
