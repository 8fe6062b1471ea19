package groundswell.planning.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Profit against the launch build, and the plan beside other ways to decide. */
final class ProfitSection {
  private static final Map<String, String> POLICIES =
      Map.of(
          "plan", "this plan",
          "without_signal", "one reactive build, blind to the reservations",
          "mean_value", "plan for the mean as if it were certain",
          "newsvendor", "newsvendor: one build at the critical ratio",
          "naive", "a fixed share of the reservations",
          "perfect_information", "perfect information (cannot be reached)");
  private static final List<String> ORDER =
      List.of("plan", "without_signal", "mean_value", "newsvendor", "naive", "perfect_information");

  private ProfitSection() {}

  static String curve(ReportFacts facts, String currency) {
    double[] at = column(facts.curve(), "launch_build");
    double[] low = column(facts.curve(), "profit_p10");
    double[] high = column(facts.curve(), "profit_p90");
    double[] mean = column(facts.curve(), "profit_mean");
    double[] tail = column(facts.curve(), "cvar90");
    double least = Math.min(min(low), min(tail));
    var chart =
        new Chart(
            "profit",
            "Profit against the launch build",
            "Mean, 80 % band and mean of the worst draws, with the plan's build marked",
            Ticks.plain(0, at[at.length - 1], "launch build, units"),
            Ticks.plain(least, max(high), "profit, " + currency));
    chart.band("band90", at, low, high).line("c1", at, mean).line("c2", at, tail);
    double plan = number(facts.answer().orElseThrow(), "launch_build");
    chart.mark("mark", plan, "plan: " + Html.whole(plan));
    String key =
        "<p class=\"key\"><i class=\"k1\"></i>mean profit, 80 % band"
            + " <i class=\"k2\"></i>mean of the worst draws</p>";
    return key + chart.svg() + Html.behind("Numbers behind this chart", table(facts));
  }

  private static String table(ReportFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (var point : facts.curve()) {
      rows.add(
          List.of(
              Html.whole(point.get("launch_build")),
              Html.whole(point.get("profit_mean")),
              Html.whole(point.get("profit_p10")),
              Html.whole(point.get("profit_p90")),
              Html.whole(point.get("cvar90")),
              Html.percent(point.get("fill_rate")),
              Html.percent(point.get("loss_probability"))));
    }
    return Html.table(
        "Profit by launch build, the plan's reactive builds kept",
        List.of("launch build", "mean", "10 %", "90 %", "worst draws", "served", "P(loss)"),
        rows);
  }

  static String comparison(ReportFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (String policy : ORDER) {
      facts.comparison().stream()
          .filter(row -> policy.equals(row.get("policy")))
          .forEach(row -> rows.add(compared(policy, row)));
    }
    return Html.table(
        "On the same draws; the last column is the mean difference, draw by draw, with its 95 %"
            + " interval",
        List.of(
            "way to decide",
            "launch build",
            "reactive, mean",
            "mean profit",
            "worst draws",
            "served",
            "P(loss)",
            "the plan earns more by"),
        rows);
  }

  private static List<String> compared(String policy, Map<String, Object> row) {
    String more =
        policy.equals("plan")
            ? "–"
            : "%s <small>(%s to %s)</small>"
                .formatted(
                    Html.whole(row.get("plan_advantage")),
                    Html.whole(row.get("plan_advantage_low")),
                    Html.whole(row.get("plan_advantage_high")));
    return List.of(
        Html.text(POLICIES.get(policy)),
        Html.whole(row.get("launch_build")),
        Html.whole(row.get("reactive_build")),
        Html.whole(row.get("profit_mean")),
        Html.whole(row.get("cvar90")),
        Html.percent(row.get("fill_rate")),
        Html.percent(row.get("loss_probability")),
        more);
  }

  private static double[] column(List<Map<String, Object>> rows, String name) {
    return rows.stream().mapToDouble(row -> number(row, name)).toArray();
  }

  private static double number(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).doubleValue();
  }

  private static double min(double[] values) {
    return java.util.Arrays.stream(values).min().orElse(0);
  }

  private static double max(double[] values) {
    return java.util.Arrays.stream(values).max().orElse(1);
  }
}
