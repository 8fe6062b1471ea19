package groundswell.planning.simulate;

import static groundswell.schemas.Columns.*;

import groundswell.kernels.wordofmouth.DailyOutcome;
import groundswell.planning.bundle.TieClass;
import groundswell.planning.scenario.Scenario;
import groundswell.planning.simulate.SaleDraw.Column;
import groundswell.planning.store.Rows;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/** What a simulation found, as rows of the {@code simulation} tables. */
public final class SimulationRows {

  private SimulationRows() {}

  static List<Rows> of(Scenario scenario, Simulation simulation, Map<String, Object> common) {
    List<Rows> tables = new ArrayList<>();
    tables.add(growthDaily(scenario, simulation.growth(), common));
    tables.add(growthCause(simulation.growth(), common));
    tables.add(sales(new Rows(Table.SIMULATION_SALE_DRAW, common), simulation.sales()));
    return tables;
  }

  private static Rows growthDaily(
      Scenario scenario, List<GrowthHistory> growth, Map<String, Object> common) {
    Rows rows = new Rows(Table.SIMULATION_GROWTH_DAILY, common);
    if (!growth.isEmpty()) {
      daily(rows, scenario, growth, "won", (history, day) -> history.won()[day]);
      daily(
          rows,
          scenario,
          growth,
          "won_without_programme",
          (history, day) -> history.wonWithout()[day]);
      daily(
          rows,
          scenario,
          growth,
          "programme_gain",
          (history, day) -> history.won()[day] - history.wonWithout()[day]);
      daily(rows, scenario, growth, "negative", (history, day) -> history.negative()[day]);
    }
    return rows;
  }

  private static void daily(
      Rows rows,
      Scenario scenario,
      List<GrowthHistory> growth,
      String measure,
      ToIntBiFunction<GrowthHistory, Integer> number) {
    for (int day = 0; day < growth.get(0).won().length; day++) {
      int on = day;
      Fan fan = Fan.of(growth, history -> number.applyAsInt(history, on));
      set(rows.add(), fan)
          .set(MEASURE, measure)
          .set(DAY, day)
          .set(EVENT_DATE, scenario.asOf().plusDays(day));
    }
  }

  private static Rows growthCause(List<GrowthHistory> growth, Map<String, Object> common) {
    Rows rows = new Rows(Table.SIMULATION_GROWTH_CAUSE, common);
    for (int cause = DailyOutcome.SEED; !growth.isEmpty() && cause < causes(growth); cause++) {
      int of = cause;
      set(rows.add(), Fan.of(growth, history -> history.credit()[of])).set(CAUSE, name(cause));
    }
    return rows;
  }

  private static int causes(List<GrowthHistory> growth) {
    return growth.get(0).credit().length;
  }

  private static String name(int cause) {
    return switch (cause) {
      case DailyOutcome.SEED -> "seed_programme";
      case DailyOutcome.ADVERTISING -> "outside";
      default -> TieClass.of(cause - DailyOutcome.FIRST_TIE).key();
    };
  }

  private static Rows.Row set(Rows.Row row, Fan fan) {
    return row.set(MEAN, fan.mean())
        .set(P5, fan.p5())
        .set(P25, fan.p25())
        .set(P50, fan.p50())
        .set(P75, fan.p75())
        .set(P95, fan.p95());
  }

  /** One row per draw and round; used for the assumed stock and for the plan. */
  public static Rows sales(Rows rows, List<SaleDraw> sales) {
    for (SaleDraw sale : sales) {
      for (int round = 0; round < sale.rounds(); round++) {
        parameters(rows.add().set(ROUND, round + 1), sale.demand())
            .set(FRESH, sale.demand().fresh()[round])
            .set(OPEN_STOCK, sale.of(Column.OPEN, round))
            .set(OFFERED, sale.of(Column.OFFERED, round))
            .set(DEMAND, sale.of(Column.WANTED, round))
            .set(ALLOCATED, sale.of(Column.ALLOCATED, round))
            .set(PAID, sale.of(Column.PAID, round))
            .set(RETURNED, sale.of(Column.RETURNED, round))
            .set(UNSERVED, sale.of(Column.UNSERVED, round))
            .setNumber(SELL_OUT_S, sale.sellOutS()[round]);
      }
    }
    return rows;
  }

  private static Rows.Row parameters(Rows.Row row, SaleDemand demand) {
    var drawn = demand.parameters();
    return row.set(DRAW, demand.draw())
        .set(SIGNAL, demand.signal())
        .set(RESERVATIONS, demand.reservations())
        .set(SHOW_UP, drawn.showUp())
        .set(HAZARD_PER_S, drawn.hazardPerS())
        .set(GATE_PER_S, drawn.gatePerS())
        .set(UNPAID, drawn.unpaid())
        .set(COST_DECLINE, drawn.costDecline());
  }

  /** The demand of every draw, back from the rows of {@code simulation.sale_draw}. */
  public static List<SaleDemand> demands(List<Map<String, Object>> rows) {
    Map<Integer, List<Map<String, Object>>> byDraw = new java.util.TreeMap<>();
    for (var row : rows) {
      byDraw.computeIfAbsent((Integer) row.get(DRAW), draw -> new ArrayList<>()).add(row);
    }
    List<SaleDemand> demands = new ArrayList<>();
    byDraw.forEach((draw, rounds) -> demands.add(demand(draw, rounds)));
    return demands;
  }

  private static SaleDemand demand(int draw, List<Map<String, Object>> rounds) {
    rounds.sort(java.util.Comparator.comparing(row -> (Integer) row.get(ROUND)));
    var first = rounds.get(0);
    var parameters =
        new DrawnParameters(
            (Double) first.get(SHOW_UP),
            (Double) first.get(HAZARD_PER_S),
            (Double) first.get(GATE_PER_S),
            (Double) first.get(UNPAID),
            (Double) first.get(COST_DECLINE));
    long[] fresh = rounds.stream().mapToLong(row -> (Long) row.get(FRESH)).toArray();
    return new SaleDemand(
        draw, (Long) first.get(SIGNAL), (Long) first.get(RESERVATIONS), parameters, fresh);
  }
}
