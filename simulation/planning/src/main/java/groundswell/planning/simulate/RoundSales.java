package groundswell.planning.simulate;

import groundswell.kernels.random.Draws;
import groundswell.planning.scenario.Scenario;
import groundswell.planning.simulate.SaleDraw.Column;

/**
 * Sells the rounds of one draw. In every round allocated = paid + returned and unserved = wanted -
 * allocated; the next opening stock = open - paid + delivered. One instance per thread.
 */
public final class RoundSales {
  private final Scenario scenario;
  private final RoundKernel kernel;

  public RoundSales(Scenario scenario) {
    this.scenario = scenario;
    this.kernel = new RoundKernel(scenario.rounds().everyDays(), scenario.sale().payHoldS());
  }

  /** Sells {@code deliveries}, the units that arrive before each round. */
  public SaleDraw run(SaleDemand demand, long... deliveries) {
    int rounds = demand.fresh().length;
    long[] ledger = new long[rounds * Column.values().length];
    double[] sellOut = new double[rounds];
    long stock = 0;
    long back = 0;
    for (int round = 0; round < rounds; round++) {
      stock += deliveries[round];
      long wanted = demand.fresh()[round] + back;
      long offered = offered(stock, round);
      kernel.run(wanted, offered, demand.parameters(), key(demand.draw(), round));
      long unserved = wanted - kernel.allocated;
      note(ledger, round, stock, offered, wanted, kernel.allocated, kernel.paid, unserved);
      sellOut[round] = kernel.sellOutS;
      stock -= kernel.paid;
      back = Math.round(unserved * scenario.rounds().retryNextRound());
    }
    return new SaleDraw(demand, ledger, sellOut);
  }

  private long offered(long stock, int round) {
    long open = stock - Math.round(stock * scenario.sale().heldBack());
    return (long) Math.min((double) open, scenario.rounds().mostUnits(round));
  }

  private long key(int draw, int round) {
    return Draws.key(Aspect.ROUND.key(scenario.seed(), draw), round);
  }

  private static void note(
      long[] ledger,
      int round,
      long open,
      long offered,
      long wanted,
      long allocated,
      long paid,
      long unserved) {
    int at = round * Column.values().length;
    ledger[at] = open;
    ledger[at + 1] = offered;
    ledger[at + 2] = wanted;
    ledger[at + 3] = allocated;
    ledger[at + 4] = paid;
    ledger[at + 5] = allocated - paid;
    ledger[at + 6] = unserved;
  }
}
