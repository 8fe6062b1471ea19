package groundswell.planning.plan;

import groundswell.planning.scenario.Scenario;

/**
 * Money and calendar of a launch, flattened for the inner loop.
 *
 * @param price price of a unit
 * @param accessory accessory margin per paid unit
 * @param accessories accessories per paid unit
 * @param services lifetime service margin per buyer
 * @param launchCost cost of a unit of the launch build
 * @param monthsLater months between buying the components of the two builds
 * @param salvage what an unsold unit brings
 * @param goodwill cost of somebody who never gets one
 * @param retry probability of coming back to the next round
 * @param heldBack share of a round's stock kept from the open sale
 * @param holding cost of keeping a unit from one round to the next
 * @param launchCapacity most units of the launch build
 * @param reactiveRate units of the reactive build per round
 * @param reactiveRound first round that reactive units reach
 * @param mostUnits upper limit per round [round]
 * @param moq smallest build
 * @param launchLimit most launch units that the cash pays for
 */
record Economics(
    double price,
    double accessory,
    double accessories,
    double services,
    double launchCost,
    double monthsLater,
    double salvage,
    double goodwill,
    double retry,
    double heldBack,
    double holding,
    double launchCapacity,
    double reactiveRate,
    int reactiveRound,
    double[] mostUnits,
    double moq,
    double launchLimit) {
  private static final double WEEKS_PER_MONTH = 365.25 / 12 / 7;

  static Economics of(Scenario scenario) {
    var product = scenario.product();
    var supply = scenario.supply();
    int everyDays = scenario.rounds().everyDays();
    double[] most = new double[scenario.rounds().count()];
    java.util.Arrays.setAll(most, scenario.rounds()::mostUnits);
    double cash = supply.cash().orElse(Double.POSITIVE_INFINITY);
    return new Economics(
        product.price(),
        scenario.accessoryMargin(),
        scenario.accessoriesPerUnit(),
        scenario.services().lifetimeMargin(),
        product.unitCost(),
        Math.max(0, supply.launchLeadWeeks() - supply.signalWeeksBefore()) / WEEKS_PER_MONTH,
        product.salvage(),
        scenario.rounds().goodwillPerLoss(),
        scenario.rounds().retryNextRound(),
        scenario.sale().heldBack(),
        supply.holdingPerWeek() * everyDays / 7.0,
        supply.launchCapacity(),
        supply.reactiveRate() * everyDays / 7.0,
        (supply.reactiveWeek() * 7 + everyDays - 1) / everyDays,
        most,
        supply.moq(),
        Math.min(supply.launchCapacity(), cash / product.unitCost()));
  }

  int rounds() {
    return mostUnits.length;
  }

  /** What a paid unit brings, before its cost. */
  double perPaidUnit() {
    return price + accessory + services;
  }

  /** Cost of a reactive unit when components have fallen by {@code decline} a month. */
  double reactiveCost(double decline) {
    return launchCost * StrictMath.pow(1 - decline, monthsLater);
  }

  /** Most units of the reactive build that still reach a round. */
  double reactiveCapacity() {
    return reactiveRate * Math.max(0, rounds() - reactiveRound);
  }
}
