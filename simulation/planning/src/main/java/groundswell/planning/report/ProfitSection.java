package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

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
    double[] at = column(facts.curve(), LAUNCH_BUILD);
    double[] low = column(facts.curve(), PROFIT_P10);
    double[] high = column(facts.curve(), PROFIT_P90);
    double[] mean = column(facts.curve(), PROFIT_MEAN);
    double[] tail = column(facts.curve(), CVAR90);
    double least = Math.min(min(low), min(tail));
    var chart =
        new Chart(
            "profit",
            "Profit against the launch build",
            "Mean, 80 % band and mean of the worst draws, with the plan's build marked",
            Ticks.plain(0, at[at.length - 1], "launch build, units"),
            Ticks.plain(least, max(high), "profit, " + currency));
    chart.band("band90", at, low, high).line("c1", at, mean).line("c2", at, tail);
    double plan = number(facts.answer().orElseThrow(), LAUNCH_BUILD);
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
              Html.whole(point.get(LAUNCH_BUILD)),
              Html.whole(point.get(PROFIT_MEAN)),
              Html.whole(point.get(PROFIT_P10)),
              Html.whole(point.get(PROFIT_P90)),
              Html.whole(point.get(CVAR90)),
              Html.percent(point.get(FILL_RATE)),
              Html.percent(point.get(LOSS_PROBABILITY))));
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
          .filter(row -> policy.equals(row.get(POLICY)))
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
                    Html.whole(row.get(PLAN_ADVANTAGE)),
                    Html.whole(row.get(PLAN_ADVANTAGE_LOW)),
                    Html.whole(row.get(PLAN_ADVANTAGE_HIGH)));
    return List.of(
        Html.text(POLICIES.get(policy)),
        Html.whole(row.get(LAUNCH_BUILD)),
        Html.whole(row.get(REACTIVE_BUILD)),
        Html.whole(row.get(PROFIT_MEAN)),
        Html.whole(row.get(CVAR90)),
        Html.percent(row.get(FILL_RATE)),
        Html.percent(row.get(LOSS_PROBABILITY)),
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
