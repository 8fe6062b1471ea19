package groundswell.planning.simulate;

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
  public static final Table RUN = Table.of("simulation.run");
  public static final Table GROWTH_DAILY = Table.of("simulation.growth_daily");
  public static final Table GROWTH_CAUSE = Table.of("simulation.growth_cause");
  public static final Table SALE_DRAW = Table.of("simulation.sale_draw");

  private SimulationRows() {}

  static List<Rows> of(Scenario scenario, Simulation simulation, Map<String, Object> common) {
    List<Rows> tables = new ArrayList<>();
    tables.add(growthDaily(scenario, simulation.growth(), common));
    tables.add(growthCause(simulation.growth(), common));
    tables.add(sales(new Rows(SALE_DRAW, common), simulation.sales()));
    return tables;
  }

  private static Rows growthDaily(
      Scenario scenario, List<GrowthHistory> growth, Map<String, Object> common) {
    Rows rows = new Rows(GROWTH_DAILY, common);
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
          .set("measure", measure)
          .set("day", day)
          .set("event_date", scenario.asOf().plusDays(day));
    }
  }

  private static Rows growthCause(List<GrowthHistory> growth, Map<String, Object> common) {
    Rows rows = new Rows(GROWTH_CAUSE, common);
    for (int cause = DailyOutcome.SEED; !growth.isEmpty() && cause < causes(growth); cause++) {
      int of = cause;
      set(rows.add(), Fan.of(growth, history -> history.credit()[of])).set("cause", name(cause));
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
    return row.set("mean", fan.mean())
        .set("p5", fan.p5())
        .set("p25", fan.p25())
        .set("p50", fan.p50())
        .set("p75", fan.p75())
        .set("p95", fan.p95());
  }

  /** One row per draw and round; used for the assumed stock and for the plan. */
  public static Rows sales(Rows rows, List<SaleDraw> sales) {
    for (SaleDraw sale : sales) {
      for (int round = 0; round < sale.rounds(); round++) {
        parameters(rows.add().set("round", round + 1), sale.demand())
            .set("fresh", sale.demand().fresh()[round])
            .set("open_stock", sale.of(Column.OPEN, round))
            .set("offered", sale.of(Column.OFFERED, round))
            .set("demand", sale.of(Column.WANTED, round))
            .set("allocated", sale.of(Column.ALLOCATED, round))
            .set("paid", sale.of(Column.PAID, round))
            .set("returned", sale.of(Column.RETURNED, round))
            .set("unserved", sale.of(Column.UNSERVED, round))
            .setNumber("sell_out_s", sale.sellOutS()[round]);
      }
    }
    return rows;
  }

  private static Rows.Row parameters(Rows.Row row, SaleDemand demand) {
    var drawn = demand.parameters();
    return row.set("draw", demand.draw())
        .set("signal", demand.signal())
        .set("reservations", demand.reservations())
        .set("show_up", drawn.showUp())
        .set("hazard_per_s", drawn.hazardPerS())
        .set("gate_per_s", drawn.gatePerS())
        .set("unpaid", drawn.unpaid())
        .set("cost_decline", drawn.costDecline());
  }

  /** The demand of every draw, back from the rows of {@link #SALE_DRAW}. */
  public static List<SaleDemand> demands(List<Map<String, Object>> rows) {
    Map<Integer, List<Map<String, Object>>> byDraw = new java.util.TreeMap<>();
    for (var row : rows) {
      byDraw.computeIfAbsent((Integer) row.get("draw"), draw -> new ArrayList<>()).add(row);
    }
    List<SaleDemand> demands = new ArrayList<>();
    byDraw.forEach((draw, rounds) -> demands.add(demand(draw, rounds)));
    return demands;
  }

  private static SaleDemand demand(int draw, List<Map<String, Object>> rounds) {
    rounds.sort(java.util.Comparator.comparing(row -> (Integer) row.get("round")));
    var first = rounds.get(0);
    var parameters =
        new DrawnParameters(
            (Double) first.get("show_up"),
            (Double) first.get("hazard_per_s"),
            (Double) first.get("gate_per_s"),
            (Double) first.get("unpaid"),
            (Double) first.get("cost_decline"));
    long[] fresh = rounds.stream().mapToLong(row -> (Long) row.get("fresh")).toArray();
    return new SaleDemand(
        draw, (Long) first.get("signal"), (Long) first.get("reservations"), parameters, fresh);
  }
}
