package groundswell.planning.plan;

import static groundswell.schemas.Columns.*;

import groundswell.kernels.statistics.Quantiles;
import groundswell.planning.scenario.Scenario;
import groundswell.planning.simulate.SaleDraw;
import groundswell.planning.simulate.SaleDraw.Column;
import groundswell.planning.store.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The launch plan as rows in the order of the calendar: the builds, then the rounds. */
final class Steps {
  private final Scenario scenario;
  private final Economics economics;
  private final LaunchPlan plan;
  private final RoundMoney money;
  private final Rows rows;

  Steps(Scenario scenario, LaunchPlan plan, Rows rows) {
    this.scenario = scenario;
    this.economics = Economics.of(scenario);
    this.plan = plan;
    this.money = RoundMoney.of(economics, plan.demand(), plan);
    this.rows = rows;
  }

  Rows build() {
    var supply = scenario.supply();
    double[] reactive = plan.evaluation().reactive();
    build(-supply.launchLeadWeeks(), 0, plan.builds().launch())
        .set(UNIT_COST, economics.launchCost())
        .set(MOQ_OK, meetsMinimum(plan.builds().launch()))
        .set(REASON, Reasons.launch(scenario, economics, plan));
    build(-supply.signalWeeksBefore(), supply.reactiveWeek(), Math.rint(Tail.mean(reactive)))
        .set(UNIT_COST, money.reactiveCost())
        .set(MOQ_OK, Arrays.stream(plan.builds().reactive()).allMatch(this::meetsMinimum))
        .set(REASON, Reasons.reactive(economics, plan));
    for (int round = 0; round < economics.rounds(); round++) {
      round(round);
    }
    return rows;
  }

  private Rows.Row step(int week) {
    return rows.add()
        .set(STEP, rows.list().size())
        .set(WEEK, week)
        .set(SKU, scenario.product().sku())
        .set(CHANNEL, scenario.channel().id());
  }

  private Rows.Row build(int week, int arrival, double units) {
    return step(week).set(BUILD_QTY, units).set(ARRIVAL_WEEK, arrival);
  }

  private boolean meetsMinimum(double units) {
    return units == 0 || units >= economics.moq();
  }

  private void round(int round) {
    Rows.Row row = step(scenario.weekOfRound(round)).set(ROUND_ID, "round-" + (round + 1));
    amounts(row, round);
    times(row, round);
    money.set(row, round);
    row.set(SHADOW_PRICE, plan.shadowPrices()[round])
        .set(REASON, Reasons.round(economics, plan, round));
  }

  private void amounts(Rows.Row row, int round) {
    double reserved =
        round == 0
            ? median(sale -> sale.demand().reservations())
            : median(sale -> sale.of(Column.WANTED, round) - sale.demand().fresh()[round]);
    row.set(RESERVATIONS_P50, reserved)
        .set(OPEN_STOCK, median(Column.OPEN, round))
        .set(ROUND_QTY, median(Column.OFFERED, round))
        .set(HELD_BACK, median(s -> s.of(Column.OPEN, round) - s.of(Column.OFFERED, round)))
        .set(DEMAND_P10, quantile(0.1, sale -> sale.of(Column.WANTED, round)))
        .set(DEMAND_P50, median(Column.WANTED, round))
        .set(DEMAND_P90, quantile(0.9, sale -> sale.of(Column.WANTED, round)))
        .set(ALLOCATED_P50, median(Column.ALLOCATED, round))
        .set(PAID_P50, median(Column.PAID, round))
        .set(RETURNED_P50, median(Column.RETURNED, round))
        .set(UNSERVED_P50, median(Column.UNSERVED, round));
  }

  private void times(Rows.Row row, int round) {
    List<SaleDraw> sales = plan.sales();
    double[] times =
        sales.stream()
            .mapToDouble(s -> s.sellOutS()[round])
            .filter(t -> !Double.isNaN(t))
            .toArray();
    double[] fill =
        sales.stream()
            .filter(s -> s.of(Column.WANTED, round) > 0)
            .mapToDouble(s -> s.of(Column.ALLOCATED, round) / (double) s.of(Column.WANTED, round))
            .toArray();
    row.set(P_SELL_OUT, times.length / (double) sales.size())
        .set(FILL_RATE, fill.length == 0 ? 1.0 : Tail.mean(fill));
    for (int percent : times.length == 0 ? new int[0] : new int[] {10, 50, 90}) {
      row.set("sell_out_s_p" + percent, Quantiles.of(times, percent / 100.0));
    }
  }

  private double median(Column column, int round) {
    return median(sale -> sale.of(column, round));
  }

  private double median(ToDoubleFunction<SaleDraw> number) {
    return quantile(0.5, number);
  }

  private double quantile(double probability, ToDoubleFunction<SaleDraw> number) {
    double[] values = plan.sales().stream().mapToDouble(number).toArray();
    return Math.rint(Quantiles.of(values, probability));
  }
}
