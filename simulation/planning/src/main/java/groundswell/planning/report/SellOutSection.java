package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.plan.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sell-out time of the first round beside what was published of like channels. */
final class SellOutSection {
  private static final int BINS = 40;

  private SellOutSection() {}

  static String html(ReportFacts facts) {
    int round = firstWithStock(facts.planSales());
    double[] times = times(facts.planSales(), round);
    if (times.length == 0) {
      return "<p>Round %d, the first with stock, sells out in no draw.</p>".formatted(round);
    }
    double low = times[0];
    double high = times[times.length - 1];
    for (PublishedSale sale : facts.analogues()) {
      low = Math.min(low, sale.sellOutS());
      high = Math.max(high, sale.sellOutS());
    }
    int[] counts = counts(times, low, high);
    double most = java.util.Arrays.stream(counts).max().orElse(1) / (double) times.length;
    var chart =
        new Chart(
            "sellout",
            "Sell-out time of round " + round,
            "Distribution over the draws that sell out, and published sales as dots",
            Ticks.times(low, high, "time to sell-out of round " + round + ", logarithmic"),
            Ticks.plain(0, 100 * most * 1.3, "% of sold-out draws"));
    for (int bin = 0; bin < BINS; bin++) {
      double from = edge(low, high, bin);
      chart.bar("bar", from, edge(low, high, bin + 1), 100.0 * counts[bin] / times.length);
    }
    int place = 0;
    for (PublishedSale sale : facts.analogues()) {
      double height = 100 * most * (1.05 + 0.05 * (place++ % 4));
      chart.dot("dot", sale.sellOutS(), height);
    }
    String key =
        "<p class=\"key\"><i class=\"k1\"></i>forecast, draws that sell out (%s of %s)"
                .formatted(Html.whole(times.length), Html.whole(draws(facts.planSales())))
            + " <i class=\"k4\"></i>published sales of the class (their height has no"
            + " meaning)</p>";
    return key
        + chart.svg()
        + Html.behind("The published sales, with sources and conflicts", table(facts));
  }

  private static double[] times(List<Map<String, Object>> sales, int round) {
    return sales.stream()
        .filter(row -> (Integer) row.get(ROUND) == round && row.get(SELL_OUT_S) != null)
        .mapToDouble(row -> (Double) row.get(SELL_OUT_S))
        .sorted()
        .toArray();
  }

  /** The first round that has something to sell in most draws; the first of all when none has. */
  private static int firstWithStock(List<Map<String, Object>> sales) {
    Map<Integer, Long> offering = new java.util.TreeMap<>();
    for (var row : sales) {
      offering.merge((Integer) row.get(ROUND), (Long) row.get(OFFERED) > 0 ? 1L : 0L, Long::sum);
    }
    return offering.entrySet().stream()
        .filter(round -> 2 * round.getValue() > draws(sales))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(1);
  }

  private static long draws(List<Map<String, Object>> sales) {
    return sales.stream().filter(row -> (Integer) row.get(ROUND) == 1).count();
  }

  private static double edge(double low, double high, int bin) {
    return low * Math.pow(high * 1.0001 / low, bin / (double) BINS);
  }

  private static int[] counts(double[] times, double low, double high) {
    int[] counts = new int[BINS];
    for (double time : times) {
      double share = Math.log(time / low) / Math.log(high * 1.0001 / low);
      counts[(int) Math.max(0, Math.min(BINS - 1, share * BINS))]++;
    }
    return counts;
  }

  private static String table(ReportFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (PublishedSale sale : facts.analogues()) {
      rows.add(
          List.of(
              Html.text(sale.date()),
              Html.text(sale.channel() + ", " + sale.product()),
              Html.whole(sale.units()),
              Duration.text(sale.sellOutS()),
              Html.text(sale.quality()),
              Html.text(sale.source()),
              Html.text(sale.conflict())));
    }
    return Html.table(
        "Published sales",
        List.of("date", "sale", "units", "sold out in", "grade", "source", "what contradicts it"),
        rows);
  }
}
