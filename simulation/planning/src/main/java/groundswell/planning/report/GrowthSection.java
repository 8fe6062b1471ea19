package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Members won by word of mouth, and what won them. */
final class GrowthSection {
  private GrowthSection() {}

  static String html(ReportFacts facts, int openingDay) {
    var won = measure(facts, "won");
    if (won.isEmpty()) {
      return "<p>No community was simulated in this scenario.</p>";
    }
    double[] at = column(won, DAY);
    double[] top = column(won, P95);
    var chart =
        new Chart(
            "growth",
            "Members won by word of mouth",
            "Median with 50 and 90 % bands, and the median without the seed programme",
            Ticks.plain(0, at[at.length - 1], "days from the day of the plan"),
            Ticks.plain(0, top[top.length - 1], "members won"));
    chart
        .band("band90", at, column(won, P5), top)
        .band("band50", at, column(won, P25), column(won, P75))
        .line("c1", at, column(won, P50))
        .line("c3", at, column(measure(facts, "won_without_programme"), P50))
        .mark("mark", openingDay, "opening");
    String key =
        "<p class=\"key\"><i class=\"k1\"></i>members won: median, 50 % and 90 % band"
            + " <i class=\"k3\"></i>without the seed programme (median)</p>";
    return key
        + chart.svg()
        + "<p>"
        + Html.text(gain(facts, openingDay))
        + "</p>"
        + Html.behind("What won them, by cause", causes(facts))
        + Html.behind("Numbers behind this chart, by week", table(won));
  }

  private static String gain(ReportFacts facts, int openingDay) {
    var gain = measure(facts, "programme_gain");
    var row = gain.get(Math.min(openingDay, gain.size() - 1));
    return "On the same random numbers the seed programme wins %s members more by the opening (90 %% band %s to %s)."
        .formatted(Html.whole(row.get(P50)), Html.whole(row.get(P5)), Html.whole(row.get(P95)));
  }

  private static String causes(ReportFacts facts) {
    List<Map<String, Object>> causes = new ArrayList<>(facts.causes());
    causes.sort(java.util.Comparator.comparingDouble(row -> -(Double) row.get(MEAN)));
    List<List<String>> rows = new ArrayList<>();
    for (var row : causes) {
      rows.add(
          List.of(
              Html.text(String.valueOf(row.get(CAUSE)).replace('_', ' ')),
              Html.whole(row.get(MEAN)),
              Html.whole(row.get(P5)),
              Html.whole(row.get(P95))));
    }
    return Html.table(
        "What won them over the whole time; competing causes share an adoption",
        List.of("cause", "members, mean", "5 %", "95 %"),
        rows);
  }

  private static String table(List<Map<String, Object>> won) {
    List<List<String>> rows = new ArrayList<>();
    for (int day = 0; day < won.size(); day += 7) {
      var row = won.get(day);
      rows.add(
          List.of(
              String.valueOf(row.get(EVENT_DATE)),
              Html.whole(row.get(P5)),
              Html.whole(row.get(P25)),
              Html.whole(row.get(P50)),
              Html.whole(row.get(P75)),
              Html.whole(row.get(P95))));
    }
    return Html.table(
        "Members won by the end of the day",
        List.of("date", "5 %", "25 %", "median", "75 %", "95 %"),
        rows);
  }

  private static List<Map<String, Object>> measure(ReportFacts facts, String measure) {
    return facts.growth().stream().filter(row -> measure.equals(row.get(MEASURE))).toList();
  }

  private static double[] column(List<Map<String, Object>> rows, String name) {
    return rows.stream().mapToDouble(row -> ((Number) row.get(name)).doubleValue()).toArray();
  }
}
