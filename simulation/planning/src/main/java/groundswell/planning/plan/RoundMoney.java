package groundswell.planning.plan;

import static groundswell.schemas.Columns.*;

import groundswell.planning.simulate.DemandPaths;
import groundswell.planning.store.Rows;

/**
 * What each round earns and costs, mean over the draws and over the plan's worst draws. A unit
 * costs the average of its draw's builds, so the rounds add up to the plan's profit exactly.
 */
final class RoundMoney {
  private static final String[] LINES = {
    REVENUE,
    DEVICE_MARGIN,
    ACCESSORY_MARGIN,
    SERVICES_LTV,
    HOLDING,
    OBSOLESCENCE,
    GOODWILL_COST,
    PROFIT_MEAN,
    CVAR90,
    ACCESSORY_QTY
  };
  private static final int PROFIT = 7;
  private static final int TAIL = 8;
  private static final int ACCESSORIES = 9;

  private final Economics economics;
  private final double[][] lines; // [round][line]
  private double reactiveCost;

  private RoundMoney(Economics economics) {
    this.economics = economics;
    this.lines = new double[economics.rounds()][LINES.length];
  }

  static RoundMoney of(Economics economics, DemandPaths demand, LaunchPlan plan) {
    var money = new RoundMoney(economics);
    var path = new StockPath(economics);
    double[] tail = Tail.weights(plan.evaluation().profit(), plan.alpha());
    for (int draw = 0; draw < demand.draws(); draw++) {
      double launch = plan.evaluation().launch()[draw];
      double reactive = plan.evaluation().reactive()[draw];
      path.run(demand, draw, launch, reactive);
      double cost = economics.reactiveCost(demand.costDecline()[draw]);
      money.reactiveCost += cost / demand.draws();
      money.add(path, launch, reactive, cost, 1.0 / demand.draws(), tail[draw]);
    }
    return money;
  }

  private void add(
      StockPath path, double launch, double reactive, double cost, double share, double tail) {
    double built = launch + reactive;
    double unit = built == 0 ? 0 : (launch * economics.launchCost() + reactive * cost) / built;
    for (int round = 0; round < lines.length; round++) {
      double paid = path.paid[round];
      double left = round == lines.length - 1 ? path.left() : 0;
      double[] amounts = {
        paid * economics.price(),
        paid * (economics.price() - unit),
        paid * economics.accessory(),
        paid * economics.services(),
        path.kept[round] * economics.holding(),
        left * (unit - economics.salvage()),
        path.lost[round] * economics.goodwill()
      };
      double gains = amounts[1] + amounts[2] + amounts[3];
      double profit = gains - amounts[4] - amounts[5] - amounts[6];
      for (int line = 0; line < amounts.length; line++) {
        lines[round][line] += share * amounts[line];
      }
      lines[round][PROFIT] += share * profit;
      lines[round][TAIL] += tail * profit;
      lines[round][ACCESSORIES] += share * paid * economics.accessories();
    }
  }

  /** Mean cost of a reactive unit. */
  double reactiveCost() {
    return reactiveCost;
  }

  void set(Rows.Row row, int round) {
    for (int line = 0; line < LINES.length; line++) {
      double amount = lines[round][line];
      row.set(LINES[line], line == ACCESSORIES ? Math.rint(amount) : amount);
    }
  }
}
