package groundswell.planning.plan;

import groundswell.planning.scenario.Scenario;
import java.util.Locale;

/** Why a row of the plan says what it says, in one sentence. */
final class Reasons {
  private Reasons() {}

  static String launch(Scenario scenario, Economics economics, LaunchPlan plan) {
    double launch = plan.builds().launch();
    if (launch == 0) {
      return "No launch build: a unit bought now earns less than one bought after the signal.";
    }
    if (launch >= Math.rint(economics.launchLimit())) {
      boolean cash = economics.launchLimit() < economics.launchCapacity();
      return "As many as the %s; one more would be worth %s."
          .formatted(cash ? "cash pays for" : "line can make", money(plan.shadowPrices()[0]));
    }
    if (launch == economics.moq()) {
      return "The minimum order; without it the build would be smaller or none.";
    }
    return "One more unit costs %s and just earns that back: it sells in the rounds before reactive"
            .formatted(money(economics.launchCost()))
        + " units arrive, or is salvaged at %s.".formatted(money(scenario.product().salvage()));
  }

  static String reactive(Economics economics, LaunchPlan plan) {
    double most = java.util.Arrays.stream(plan.builds().reactive()).max().orElse(0);
    if (most == 0) {
      return economics.reactiveRound() >= economics.rounds()
          ? "None: it would arrive after the last round."
          : "None: in no range of the reservations does a later unit earn its cost.";
    }
    return "Mean over %d ranges of the reservations (%s to %s units); ordered once they are counted."
        .formatted(
            plan.builds().bins().count(),
            whole(java.util.Arrays.stream(plan.builds().reactive()).min().orElse(0)),
            whole(most));
  }

  static String round(Economics economics, LaunchPlan plan, int round) {
    double price = plan.shadowPrices()[round];
    String capped =
        Double.isInfinite(economics.mostUnits()[round]) ? "Everything on hand" : "Up to the limit";
    String back = economics.heldBack() > 0 ? " but the share held back" : "";
    String worth =
        price >= economics.launchCost()
            ? "one more unit here would be worth %s, more than it costs".formatted(money(price))
            : "one more unit here would be worth %s, less than it costs".formatted(money(price));
    return "%s%s is offered, because a unit kept for later earns no more; %s."
        .formatted(capped, back, worth);
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%,.0f", amount);
  }

  private static String whole(double units) {
    return String.format(Locale.ROOT, "%,.0f", units);
  }
}
