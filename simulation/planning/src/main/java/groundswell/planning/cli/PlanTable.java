package groundswell.planning.cli;

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
    Object round = step.get("round_id");
    out.printf(
        Locale.ROOT,
        "%6d  %-10s %10s %10s %10s %10s %12s %14s%n        %s%n",
        (Integer) step.get("week"),
        round == null ? "build" : round,
        number(step.get("build_qty")),
        number(step.get("round_qty")),
        number(step.get("demand_p50")),
        number(step.get("paid_p50")),
        step.get("sell_out_s_p50") instanceof Double seconds ? Duration.text(seconds) : "",
        number(step.get("profit_mean")),
        step.get("reason"));
  }

  private static String number(Object value) {
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%,.0f", number.doubleValue())
        : "";
  }
}
