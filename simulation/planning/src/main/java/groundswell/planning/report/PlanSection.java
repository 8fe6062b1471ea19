package groundswell.planning.report;

import groundswell.planning.plan.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan's steps, and the reactive builds for each range of the reservations. */
final class PlanSection {
  private PlanSection() {}

  static String steps(ReportFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (var step : facts.steps()) {
      rows.add(step(step));
    }
    return Html.table(
        "Steps in the order of the calendar; weeks count from the opening, amounts are medians,"
            + " profit is a mean and adds up to the plan's",
        List.of(
            "week",
            "step",
            "build",
            "offered",
            "want one",
            "paid",
            "sold out in",
            "served",
            "profit",
            "one more unit",
            "why"),
        rows);
  }

  private static List<String> step(Map<String, Object> step) {
    Object round = step.get("round_id");
    Object seconds = step.get("sell_out_s_p50");
    return List.of(
        Html.whole(step.get("week")),
        "<span class=\"step\">" + (round == null ? "order a build" : Html.text(round)) + "</span>",
        round == null ? Html.whole(step.get("build_qty")) : "",
        amount(round, step.get("round_qty")),
        amount(round, step.get("demand_p50")),
        amount(round, step.get("paid_p50")),
        seconds == null ? "" : Duration.text((Double) seconds),
        round == null ? "" : Html.percent(step.get("fill_rate")),
        amount(round, step.get("profit_mean")),
        amount(round, step.get("shadow_price")),
        "<span class=\"why\">" + Html.text(step.get("reason")) + "</span>");
  }

  private static String amount(Object round, Object value) {
    return round == null ? "" : Html.whole(value);
  }

  static String reactive(ReportFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (var row : facts.reactive()) {
      String to = row.get("signal_to") == null ? "more" : Html.whole(row.get("signal_to"));
      rows.add(
          List.of(
              Html.whole(row.get("signal_from")) + " to " + to,
              Html.whole(row.get("build_qty")),
              Html.percent(row.get("probability"))));
    }
    return Html.table(
        "The reactive build sees the reservations counted that day and nothing else",
        List.of("reservations counted", "build", "probability"),
        rows);
  }
}
