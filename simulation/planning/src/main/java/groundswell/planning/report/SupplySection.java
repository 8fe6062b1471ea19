package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.kernels.statistics.Quantiles;
import groundswell.planning.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cumulative demand against supply, by round. */
final class SupplySection {
  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  private SupplySection() {}

  static String html(Scenario scenario, ReportFacts facts) {
    int rounds = scenario.rounds().count();
    double[][] demand = new double[LEVELS.length][rounds];
    double[] supply = new double[rounds];
    double[] served = new double[rounds];
    double[] at = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      at[round] = round + 1.0;
      double[] came = cumulative(facts.planSales(), FRESH, round + 1);
      for (int level = 0; level < LEVELS.length; level++) {
        demand[level][round] = Quantiles.of(came, LEVELS[level]);
      }
      supply[round] = Quantiles.of(supplied(facts.planSales(), round + 1), 0.5);
      served[round] = Quantiles.of(cumulative(facts.planSales(), PAID, round + 1), 0.5);
    }
    double most = Math.max(demand[4][rounds - 1], supply[rounds - 1]);
    var chart =
        new Chart(
            "supply",
            "Cumulative demand against supply",
            "Members who have come by each round, with 50 and 90 % bands, and units delivered",
            Ticks.each(1, Math.max(2, rounds), "round"),
            Ticks.plain(0, most, "members, units"));
    chart.band("band90", at, demand[0], demand[4]).band("band50", at, demand[1], demand[3]);
    chart.line("c1", at, demand[2]).steps("c2", at, supply).steps("c3", at, served);
    String key =
        "<p class=\"key\"><i class=\"k1\"></i>members who have come: median, 50 % and 90 % band"
            + " <i class=\"k2\"></i>units delivered under the plan (median)"
            + " <i class=\"k3\"></i>units paid (median)</p>";
    return key
        + chart.svg()
        + Html.behind("Numbers behind this chart", table(at, demand, supply, served));
  }

  private static String table(double[] at, double[][] demand, double[] supply, double[] served) {
    List<List<String>> rows = new ArrayList<>();
    for (int round = 0; round < at.length; round++) {
      List<String> row = new ArrayList<>(List.of(Html.whole(at[round])));
      for (double[] level : demand) {
        row.add(Html.whole(level[round]));
      }
      row.add(Html.whole(supply[round]));
      row.add(Html.whole(served[round]));
      rows.add(row);
    }
    return Html.table(
        "Cumulative demand and supply by round",
        List.of("round", "5 %", "25 %", "median", "75 %", "95 %", "delivered", "paid"),
        rows);
  }

  /** Sum of a column over the rounds up to one, per draw. */
  private static double[] cumulative(List<Map<String, Object>> sales, String column, int last) {
    Map<Integer, Double> byDraw = new java.util.TreeMap<>();
    for (var row : sales) {
      if ((Integer) row.get(ROUND) <= last) {
        byDraw.merge((Integer) row.get(DRAW), number(row, column), Double::sum);
      }
    }
    return byDraw.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Units delivered by a round: what is on hand and what was paid before. */
  private static double[] supplied(List<Map<String, Object>> sales, int round) {
    Map<Integer, Double> byDraw = new java.util.TreeMap<>();
    for (var row : sales) {
      int of = (Integer) row.get(ROUND);
      String column = of == round ? OPEN_STOCK : PAID;
      if (of <= round) {
        byDraw.merge((Integer) row.get(DRAW), number(row, column), Double::sum);
      }
    }
    return byDraw.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).doubleValue();
  }
}
