package groundswell.planning.simulate;

import groundswell.kernels.flashsale.Arrivals;
import groundswell.kernels.flashsale.Demand;
import groundswell.kernels.flashsale.FlashSale;
import groundswell.kernels.flashsale.FluidSale;
import groundswell.kernels.flashsale.Gate;
import groundswell.kernels.flashsale.Payment;
import groundswell.kernels.flashsale.SaleOutcome;
import groundswell.kernels.flashsale.SaleParameters;
import groundswell.kernels.random.CountDraws;
import groundswell.kernels.random.Draws;

/**
 * One round of the open sale. Up to {@link #EXACT_UNITS} offered units it is the exact stream of
 * arrivals; above, where chance moves the sell-out time by less than one per cent, its fluid limit
 * with a binomial number of unpaid orders. One instance per thread.
 */
final class RoundKernel {
  static final long EXACT_UNITS = 20_000;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final int UNPAID = 301;

  private final FlashSale exact = new FlashSale();
  private final SaleOutcome outcome = new SaleOutcome();
  private final double closesAfterS;
  private final double holdS;

  long allocated;
  long paid;
  double sellOutS; // NaN when some are left

  RoundKernel(int everyDays, double holdS) {
    this.closesAfterS = everyDays * SECONDS_PER_DAY;
    this.holdS = holdS;
  }

  /** Sells {@code offered} units to {@code present} members. */
  void run(long present, long offered, DrawnParameters drawn, long key) {
    if (present == 0 || offered == 0 || drawn.hazardPerS() == 0) {
      allocated = 0;
      paid = 0;
      sellOutS = Double.NaN;
    } else if (offered > EXACT_UNITS) {
      fluid(present, offered, drawn, key);
    } else {
      exact(present, offered, drawn, key);
    }
  }

  private void exact(long present, long offered, DrawnParameters drawn, long key) {
    var arrivals = Arrivals.ofHazard(drawn.hazardPerPresentS());
    var payment = new Payment(drawn.unpaid(), holdS, Payment.UnpaidUnits.NEXT_ROUND);
    var gate = Gate.ofRate(drawn.gatePerS());
    var demand = Demand.ofReservations(present, 1);
    var sale = new SaleParameters(offered, closesAfterS, demand, arrivals, gate, payment);
    exact.run(sale, key, 0, outcome);
    allocated = outcome.allocated();
    paid = outcome.paid();
    sellOutS = outcome.sellOutSeconds();
  }

  private void fluid(long present, long offered, DrawnParameters drawn, long key) {
    double seconds =
        FluidSale.sellOutSeconds(
            (double) offered, (double) present, drawn.hazardPerPresentS(), drawn.gatePerS());
    boolean soldOut = seconds <= closesAfterS;
    sellOutS = soldOut ? seconds : Double.NaN;
    allocated = Math.min(offered, present);
    double uniform = Draws.uniform(Draws.key(key, UNPAID), 0);
    paid = allocated - CountDraws.binomial(uniform, allocated, drawn.unpaid());
  }
}
