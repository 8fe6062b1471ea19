package groundswell.planning.plan;

import static groundswell.schemas.Columns.*;

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

  private PlanRows() {}

  static List<Rows> of(
      ScenarioFile file,
      LaunchPlan plan,
      Map<String, Object> identity,
      String simulateRun,
      String command) {
    return List.of(
        new Steps(file.scenario(), plan, new Rows(Table.PLAN_LAUNCH_PLAN, identity)).build(),
        reactive(plan, new Rows(Table.PLAN_REACTIVE_BUILD, identity)),
        comparison(plan, new Rows(Table.PLAN_COMPARISON, identity)),
        curve(plan, new Rows(Table.PLAN_PROFIT_CURVE, identity)),
        SimulationRows.sales(new Rows(Table.PLAN_SALE_DRAW, identity), plan.sales()),
        answer(file, plan, new Rows(Table.PLAN_ANSWER, identity), simulateRun, command));
  }

  private static Rows reactive(LaunchPlan plan, Rows rows) {
    SignalBins bins = plan.builds().bins();
    double[] signal = plan.demand().signal();
    for (int bin = 0; bin < bins.count(); bin++) {
      int here = bin;
      long within = Arrays.stream(signal).filter(value -> bins.of(value) == here).count();
      double to = bins.to(bin);
      rows.add()
          .set(BIN, bin + 1)
          .set(SIGNAL_FROM, bins.from(bin))
          .setNumber(SIGNAL_TO, Double.isInfinite(to) ? Double.NaN : to)
          .set(BUILD_QTY, plan.builds().reactive()[bin])
          .set(PROBABILITY, within / (double) signal.length);
    }
    return rows;
  }

  private static Rows comparison(LaunchPlan plan, Rows rows) {
    for (Compared rival : plan.rivals()) {
      rows.add()
          .set(POLICY, rival.policy())
          .set(LAUNCH_BUILD, rival.launchBuild())
          .set(REACTIVE_BUILD, rival.reactiveBuild())
          .set(PROFIT_MEAN, rival.profitMean())
          .set(CVAR90, rival.cvar())
          .set(FILL_RATE, rival.fillRate())
          .set(LOSS_PROBABILITY, rival.lossProbability())
          .set(PLAN_ADVANTAGE, rival.planAdvantage().estimate())
          .set(PLAN_ADVANTAGE_LOW, rival.planAdvantage().low())
          .set(PLAN_ADVANTAGE_HIGH, rival.planAdvantage().high());
    }
    return rows;
  }

  private static Rows curve(LaunchPlan plan, Rows rows) {
    for (StockPoint point : plan.curve()) {
      rows.add()
          .set(LAUNCH_BUILD, point.launchBuild())
          .set(PROFIT_MEAN, point.profitMean())
          .set(PROFIT_P10, point.profitP10())
          .set(PROFIT_P90, point.profitP90())
          .set(CVAR90, point.cvar())
          .set(FILL_RATE, point.fillRate())
          .set(LOSS_PROBABILITY, point.lossProbability());
    }
    return rows;
  }

  private static Rows answer(
      ScenarioFile file, LaunchPlan plan, Rows rows, String simulateRun, String command) {
    double[] profit = plan.evaluation().profit();
    Compared own = plan.rivals().get(0);
    rows.add()
        .set(SCENARIO_HASH, file.hash())
        .set(TITLE, file.scenario().title())
        .set(CURRENCY, file.scenario().currency())
        .set(SENTENCE, Sentence.of(file.scenario(), plan))
        .set(LAUNCH_BUILD, plan.builds().launch())
        .set(REACTIVE_LOW, Arrays.stream(plan.builds().reactive()).min().orElse(0))
        .set(REACTIVE_HIGH, Arrays.stream(plan.builds().reactive()).max().orElse(0))
        .set(PROFIT_MEAN, own.profitMean())
        .set(PROFIT_P10, Quantiles.of(profit, 0.1))
        .set(PROFIT_P90, Quantiles.of(profit, 0.9))
        .set(CVAR90, own.cvar())
        .set(LOSS_PROBABILITY, own.lossProbability())
        .set(FILL_RATE, own.fillRate())
        .set(GAP, plan.gap().estimate())
        .set(GAP_LOW, plan.gap().low())
        .set(GAP_HIGH, plan.gap().high())
        .set(DRAWS, profit.length)
        .set(SIMULATE_RUN_ID, simulateRun)
        .set(CODE_VERSION, RunKey.CODE_VERSION)
        .set(COMMAND, command);
    return rows;
  }
}
