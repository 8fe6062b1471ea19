package groundswell.planning.plan;

import groundswell.planning.simulate.DemandPaths;
import java.util.Arrays;

/**
 * The stock of one draw from round to round, its profit, and how the profit changes with one more
 * launch or reactive unit. Selling as early as possible is optimal at a constant price: a unit kept
 * back earns the same later at best, and whoever waits may leave. So the profit is concave in both
 * builds and the derivative is a subgradient. One instance per thread; allocates nothing in a run.
 *
 * <p>Every state has three parts: its value, and its change per launch and per reactive unit.
 */
final class StockPath {
  private static final int PARTS = 3;
  private final Economics economics;
  private final double[] stock = new double[PARTS];
  private final double[] back = new double[PARTS]; // those who return to the next round
  private final double[] sold = new double[PARTS];
  private final double[] served = new double[PARTS];
  private final double[] gone = new double[PARTS]; // those who leave for good
  private final double[] carried = new double[PARTS]; // unit-rounds in stock
  private double delivered;

  final double[] open; // [round] units on hand when the round opens
  final double[] offered; // [round]
  final double[] wanted; // [round]
  final double[] allocated; // [round]
  final double[] paid; // [round]
  final double[] lost; // [round] members who leave for good
  final double[] kept; // [round] units left after the round

  /** Profit [currency], and its change per launch and per reactive unit. */
  final double[] profit = new double[PARTS];

  /** Share of the members who came that were served, and its changes. */
  final double[] fillRate = new double[PARTS];

  StockPath(Economics economics) {
    this.economics = economics;
    int rounds = economics.rounds();
    open = new double[rounds];
    offered = new double[rounds];
    wanted = new double[rounds];
    allocated = new double[rounds];
    paid = new double[rounds];
    lost = new double[rounds];
    kept = new double[rounds];
  }

  /** Runs one draw with a launch build and a reactive build. */
  StockPath run(DemandPaths demand, int draw, double launch, double reactive) {
    return run(demand, draw, launch, reactive, -1, 0);
  }

  /** As above, with {@code extra} units that come for nothing in one round. */
  StockPath run(
      DemandPaths demand, int draw, double launch, double reactive, int extraRound, double extra) {
    begin(launch);
    double pays = 1 - demand.unpaid()[draw];
    for (int round = 0; round < economics.rounds(); round++) {
      deliver(round, reactive);
      stock[0] += round == extraRound ? extra : 0;
      sell(round, demand.fresh(draw, round), pays);
    }
    stock[0] += reactive - delivered; // what comes after the last round is salvaged with the rest
    settle(launch, reactive, economics.reactiveCost(demand.costDecline()[draw]));
    fill(demand.total(draw));
    return this;
  }

  /** Units of the last run that are salvaged. */
  double left() {
    return stock[0];
  }

  private void begin(double launch) {
    for (double[] state : new double[][] {stock, back, sold, served, gone, carried}) {
      Arrays.fill(state, 0);
    }
    stock[0] = launch;
    stock[1] = 1;
    delivered = 0;
  }

  /** Reactive units come as early and as fast as the line allows; one more would come last. */
  private void deliver(int round, double reactive) {
    int since = round - economics.reactiveRound();
    if (since < 0) {
      return;
    }
    double rate = economics.reactiveRate();
    stock[2] += Math.floor(reactive / rate) == since ? 1 : 0;
    double arrival = Math.max(0, Math.min(rate, reactive - since * rate));
    stock[0] += arrival;
    delivered += arrival;
  }

  private void sell(int round, double fresh, double pays) {
    double offer = Math.min(stock[0] * (1 - economics.heldBack()), economics.mostUnits()[round]);
    double slope = offer < economics.mostUnits()[round] ? 1 - economics.heldBack() : 0;
    double want = fresh + back[0];
    boolean scarce = offer < want;
    double stays = round == economics.rounds() - 1 ? 0 : economics.retry();
    open[round] = stock[0];
    offered[round] = offer;
    wanted[round] = want;
    back[0] = want;
    for (int part = 0; part < PARTS; part++) {
      double offerPart = part == 0 ? offer : slope * stock[part];
      double take = scarce ? offerPart : back[part];
      double unserved = back[part] - take;
      served[part] += take;
      sold[part] += take * pays;
      stock[part] -= take * pays;
      gone[part] += unserved * (1 - stays);
      back[part] = unserved * stays;
      carried[part] += stock[part];
      note(round, part, take, take * pays, unserved * (1 - stays));
    }
    kept[round] = stock[0];
  }

  private void note(int round, int part, double take, double takePaid, double leave) {
    if (part == 0) {
      allocated[round] = take;
      paid[round] = takePaid;
      lost[round] = leave;
    }
  }

  private void settle(double launch, double reactive, double reactiveCost) {
    double[] cost = {
      economics.launchCost() * launch + reactiveCost * reactive,
      economics.launchCost(),
      reactiveCost
    };
    for (int part = 0; part < PARTS; part++) {
      double late = part == 2 && sold[2] == 0 && stock[2] == 0 ? 1 : 0; // never delivered
      profit[part] =
          economics.perPaidUnit() * sold[part]
              + economics.salvage() * (stock[part] + late)
              - cost[part]
              - economics.holding() * carried[part]
              - economics.goodwill() * gone[part];
    }
  }

  private void fill(double total) {
    for (int part = 0; part < PARTS; part++) {
      fillRate[part] = total == 0 ? 0 : served[part] / total;
    }
    fillRate[0] = total == 0 ? 1 : Math.min(1, fillRate[0]);
  }
}
