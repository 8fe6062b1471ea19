package groundswell.planning.cli;

import static groundswell.schemas.Columns.*;

import groundswell.planning.plan.Duration;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The launch plan for a terminal: one line per step, the reason below it. */
final class PlanTable {
  private final PrintWriter out;

  PlanTable(PrintWriter out) {
    this.out = out;
  }

  void print(List<Map<String, Object>> steps) {
    out.printf(
        "%6s  %-10s %10s %10s %10s %10s %12s %14s%n",
        "week", "step", "build", "offered", "demand", "paid", "sells out in", "profit");
    steps.forEach(this::step);
    out.println();
    out.flush();
  }

  private void step(Map<String, Object> step) {
    Object round = step.get(ROUND_ID);
    out.printf(
        Locale.ROOT,
        "%6d  %-10s %10s %10s %10s %10s %12s %14s%n        %s%n",
        (Integer) step.get(WEEK),
        round == null ? "build" : round,
        number(step.get(BUILD_QTY)),
        number(step.get(ROUND_QTY)),
        number(step.get(DEMAND_P50)),
        number(step.get(PAID_P50)),
        step.get(SELL_OUT_S_P50) instanceof Double seconds ? Duration.text(seconds) : "",
        number(step.get(PROFIT_MEAN)),
        step.get(REASON));
  }

  private static String number(Object value) {
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%,.0f", number.doubleValue())
        : "";
  }
}
