package groundswell.kernels.flashsale;

import java.util.Arrays;

/**
 * What one replication of a sale gave. Made once and filled again by each run. At the close
 * allocated = paid + held + returned [units] and stock left = stock - allocated + returned on sale
 * again.
 */
public final class SaleOutcome {
  private final double[] gridSeconds;
  final long[] curve; // [grid] units allocated until then
  int reached; // grid points already passed
  double sellOutSeconds;
  long showedUp;
  long buyers;
  long served;
  long allocated;
  long unpaid;
  long returned;
  long resold;
  long stock;

  /** Times at which the curve is noted [s after T0], ascending. */
  public SaleOutcome(double... gridSeconds) {
    this.gridSeconds = gridSeconds.clone();
    this.curve = new long[gridSeconds.length];
  }

  /** When the last unit first went, seconds after T0; NaN when the sale did not sell out. */
  public double sellOutSeconds() {
    return sellOutSeconds;
  }

  public boolean isSoldOut() {
    return !Double.isNaN(sellOutSeconds);
  }

  /** Members who came, walk-ins included. */
  public long showedUp() {
    return showedUp;
  }

  /** Members who came and wanted to buy. */
  public long buyers() {
    return buyers;
  }

  /** Members who got at least one unit. */
  public long served() {
    return served;
  }

  /** Members who wanted to buy and got nothing: told "sold out", closed out or out of patience. */
  public long unserved() {
    return buyers - served;
  }

  /** Units put into carts, those allocated again after a return included. */
  public long allocated() {
    return allocated;
  }

  /** Units paid, now or within the hold. */
  public long paid() {
    return allocated - unpaid;
  }

  /** Unpaid units that came back by the close. */
  public long returned() {
    return returned;
  }

  /** Unpaid units still in carts at the close; they come back after it. */
  public long held() {
    return unpaid - returned;
  }

  /** Units left for a next round once every hold is over: opening stock less paid. */
  public long left() {
    return stock - paid();
  }

  /** Units allocated by the i-th time of the grid. */
  public long allocatedBy(int gridPoint) {
    return curve[gridPoint];
  }

  public double[] gridSeconds() {
    return gridSeconds.clone();
  }

  void begin(long openingStock) {
    stock = openingStock;
    reached = 0;
    sellOutSeconds = openingStock == 0 ? 0 : Double.NaN;
    showedUp = 0;
    buyers = 0;
    served = 0;
    allocated = 0;
    unpaid = 0;
    returned = 0;
    resold = 0;
    Arrays.fill(curve, 0);
  }

  /** Units on sale at this moment of the run. */
  long onSale() {
    return stock - allocated + resold;
  }

  /** Notes an allocation; times must not decrease. */
  void allocate(double seconds, long units) {
    while (reached < gridSeconds.length && gridSeconds[reached] < seconds) {
      curve[reached++] = allocated;
    }
    add(seconds, units);
  }

  /**
   * Notes allocations of one unit each, at least one: the first at {@code first}, one each {@code
   * pace}.
   */
  void allocateEvenly(double first, double pace, long units) {
    double last = first + (units - 1) * pace;
    while (reached < gridSeconds.length && gridSeconds[reached] < last) {
      double before = Math.floor((gridSeconds[reached] - first) / pace) + 1;
      curve[reached++] = allocated + (long) Math.min((double) units - 1, Math.max(0, before));
    }
    add(last, units);
  }

  private void add(double seconds, long units) {
    allocated += units;
    if (onSale() == 0 && Double.isNaN(sellOutSeconds)) {
      sellOutSeconds = seconds;
    }
  }

  void end() {
    while (reached < gridSeconds.length) {
      curve[reached++] = allocated;
    }
  }
}
