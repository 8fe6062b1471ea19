package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

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
    Object round = step.get(ROUND_ID);
    Object seconds = step.get(SELL_OUT_S_P50);
    return List.of(
        Html.whole(step.get(WEEK)),
        "<span class=\"step\">" + (round == null ? "order a build" : Html.text(round)) + "</span>",
        round == null ? Html.whole(step.get(BUILD_QTY)) : "",
        amount(round, step.get(ROUND_QTY)),
        amount(round, step.get(DEMAND_P50)),
        amount(round, step.get(PAID_P50)),
        seconds == null ? "" : Duration.text((Double) seconds),
        round == null ? "" : Html.percent(step.get(FILL_RATE)),
        amount(round, step.get(PROFIT_MEAN)),
        amount(round, step.get(SHADOW_PRICE)),
        "<span class=\"why\">" + Html.text(step.get(REASON)) + "</span>");
  }

  private static String amount(Object round, Object value) {
    return round == null ? "" : Html.whole(value);
  }

  static String reactive(ReportFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (var row : facts.reactive()) {
      String to = row.get(SIGNAL_TO) == null ? "more" : Html.whole(row.get(SIGNAL_TO));
      rows.add(
          List.of(
              Html.whole(row.get(SIGNAL_FROM)) + " to " + to,
              Html.whole(row.get(BUILD_QTY)),
              Html.percent(row.get(PROBABILITY))));
    }
    return Html.table(
        "The reactive build sees the reservations counted that day and nothing else",
        List.of("reservations counted", "build", "probability"),
        rows);
  }
}
