package groundswell.planning.plan;

import groundswell.kernels.statistics.Quantiles;
import groundswell.planning.scenario.Scenario;
import groundswell.planning.simulate.SaleDraw;
import java.util.Arrays;
import java.util.Locale;

/** The answer in one sentence; every number in it stands in the tables of the plan. */
final class Sentence {
  private Sentence() {}

  static String of(Scenario scenario, LaunchPlan plan) {
    double[] profit = plan.evaluation().profit();
    Compared own = plan.rivals().get(0);
    return "Build %s before the launch and %s once the reservations are counted: %s, mean profit"
            .formatted(units(plan.builds().launch()), reactive(plan), firstRound(plan))
        + " %s %s (80 %% band %s to %s), and %s %% of the members who come get one."
            .formatted(
                scenario.currency(),
                whole(own.profitMean()),
                whole(Quantiles.of(profit, 0.1)),
                whole(Quantiles.of(profit, 0.9)),
                String.format(Locale.ROOT, "%.0f", 100 * own.fillRate()));
  }

  private static String units(double units) {
    return whole(units) + " units";
  }

  private static String reactive(LaunchPlan plan) {
    double low = Arrays.stream(plan.builds().reactive()).min().orElse(0);
    double high = Arrays.stream(plan.builds().reactive()).max().orElse(0);
    if (high == 0) {
      return "no more";
    }
    return low == high ? whole(low) + " more" : "%s to %s more".formatted(whole(low), whole(high));
  }

  private static String firstRound(LaunchPlan plan) {
    int round = firstWithStock(plan);
    String name =
        round == 0 ? "the first round" : "round " + (round + 1) + ", the first with stock,";
    double[] times =
        plan.sales().stream()
            .mapToDouble(sale -> sale.sellOutS()[round])
            .filter(time -> !Double.isNaN(time))
            .toArray();
    if (times.length == 0) {
      return name + " never sells out";
    }
    return "%s sells out with probability %s %%, then in %s (80 %% band %s to %s)"
        .formatted(
            name,
            String.format(Locale.ROOT, "%.0f", 100.0 * times.length / plan.sales().size()),
            Duration.text(Quantiles.of(times, 0.5)),
            Duration.text(Quantiles.of(times, 0.1)),
            Duration.text(Quantiles.of(times, 0.9)));
  }

  /** The first round that has something to sell in most draws; the first of all when none has. */
  private static int firstWithStock(LaunchPlan plan) {
    int rounds = plan.sales().get(0).rounds();
    for (int round = 0; round < rounds; round++) {
      int of = round;
      long offering =
          plan.sales().stream().filter(s -> s.of(SaleDraw.Column.OFFERED, of) > 0).count();
      if (2 * offering > plan.sales().size()) {
        return round;
      }
    }
    return 0;
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
