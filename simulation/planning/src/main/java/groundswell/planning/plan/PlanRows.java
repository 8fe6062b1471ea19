package groundswell.planning.plan;

import groundswell.kernels.statistics.Quantiles;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.simulate.SimulationRows;
import groundswell.planning.store.Rows;
import groundswell.planning.store.RunKey;
import groundswell.schemas.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A launch plan as rows of the {@code plan} tables. */
public final class PlanRows {
  public static final Table LAUNCH_PLAN = Table.of("plan.launch_plan");
  public static final Table REACTIVE_BUILD = Table.of("plan.reactive_build");
  public static final Table COMPARISON = Table.of("plan.comparison");
  public static final Table PROFIT_CURVE = Table.of("plan.profit_curve");
  public static final Table SALE_DRAW = Table.of("plan.sale_draw");
  public static final Table ANSWER = Table.of("plan.answer");

  private PlanRows() {}

  static List<Rows> of(
      ScenarioFile file,
      LaunchPlan plan,
      Map<String, Object> identity,
      String simulateRun,
      String command) {
    return List.of(
        new Steps(file.scenario(), plan, new Rows(LAUNCH_PLAN, identity)).build(),
        reactive(plan, new Rows(REACTIVE_BUILD, identity)),
        comparison(plan, new Rows(COMPARISON, identity)),
        curve(plan, new Rows(PROFIT_CURVE, identity)),
        SimulationRows.sales(new Rows(SALE_DRAW, identity), plan.sales()),
        answer(file, plan, new Rows(ANSWER, identity), simulateRun, command));
  }

  private static Rows reactive(LaunchPlan plan, Rows rows) {
    SignalBins bins = plan.builds().bins();
    double[] signal = plan.demand().signal();
    for (int bin = 0; bin < bins.count(); bin++) {
      int here = bin;
      long within = Arrays.stream(signal).filter(value -> bins.of(value) == here).count();
      double to = bins.to(bin);
      rows.add()
          .set("bin", bin + 1)
          .set("signal_from", bins.from(bin))
          .setNumber("signal_to", Double.isInfinite(to) ? Double.NaN : to)
          .set("build_qty", plan.builds().reactive()[bin])
          .set("probability", within / (double) signal.length);
    }
    return rows;
  }

  private static Rows comparison(LaunchPlan plan, Rows rows) {
    for (Compared rival : plan.rivals()) {
      rows.add()
          .set("policy", rival.policy())
          .set("launch_build", rival.launchBuild())
          .set("reactive_build", rival.reactiveBuild())
          .set("profit_mean", rival.profitMean())
          .set("cvar90", rival.cvar())
          .set("fill_rate", rival.fillRate())
          .set("loss_probability", rival.lossProbability())
          .set("plan_advantage", rival.planAdvantage().estimate())
          .set("plan_advantage_low", rival.planAdvantage().low())
          .set("plan_advantage_high", rival.planAdvantage().high());
    }
    return rows;
  }

  private static Rows curve(LaunchPlan plan, Rows rows) {
    for (StockPoint point : plan.curve()) {
      rows.add()
          .set("launch_build", point.launchBuild())
          .set("profit_mean", point.profitMean())
          .set("profit_p10", point.profitP10())
          .set("profit_p90", point.profitP90())
          .set("cvar90", point.cvar())
          .set("fill_rate", point.fillRate())
          .set("loss_probability", point.lossProbability());
    }
    return rows;
  }

  private static Rows answer(
      ScenarioFile file, LaunchPlan plan, Rows rows, String simulateRun, String command) {
    double[] profit = plan.evaluation().profit();
    Compared own = plan.rivals().get(0);
    rows.add()
        .set("scenario_hash", file.hash())
        .set("title", file.scenario().title())
        .set("currency", file.scenario().currency())
        .set("sentence", Sentence.of(file.scenario(), plan))
        .set("launch_build", plan.builds().launch())
        .set("reactive_low", Arrays.stream(plan.builds().reactive()).min().orElse(0))
        .set("reactive_high", Arrays.stream(plan.builds().reactive()).max().orElse(0))
        .set("profit_mean", own.profitMean())
        .set("profit_p10", Quantiles.of(profit, 0.1))
        .set("profit_p90", Quantiles.of(profit, 0.9))
        .set("cvar90", own.cvar())
        .set("loss_probability", own.lossProbability())
        .set("fill_rate", own.fillRate())
        .set("gap", plan.gap().estimate())
        .set("gap_low", plan.gap().low())
        .set("gap_high", plan.gap().high())
        .set("draws", profit.length)
        .set("simulate_run_id", simulateRun)
        .set("code_version", RunKey.CODE_VERSION)
        .set("command", command);
    return rows;
  }
}
