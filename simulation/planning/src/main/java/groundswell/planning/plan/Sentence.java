package groundswell.planning.plan;

import groundswell.kernels.statistics.Quantiles;
import groundswell.planning.scenario.Scenario;
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
    double[] times =
        plan.sales().stream()
            .mapToDouble(sale -> sale.sellOutS()[0])
            .filter(time -> !Double.isNaN(time))
            .toArray();
    if (times.length == 0) {
      return "the first round never sells out";
    }
    return "the first round sells out with probability %s %%, then in %s (80 %% band %s to %s)"
        .formatted(
            String.format(Locale.ROOT, "%.0f", 100.0 * times.length / plan.sales().size()),
            Duration.text(Quantiles.of(times, 0.5)),
            Duration.text(Quantiles.of(times, 0.1)),
            Duration.text(Quantiles.of(times, 0.9)));
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
