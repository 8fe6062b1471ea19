package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.Money;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** What the lines of one grain add up to. Money is in ten-thousandths; a sum too large throws. */
final class OrderTotals {
  /** Sum over articles of the squared paid units. */
  static final String SQUARES = "squares";

  /** Price of the paid units for which a market price was seen, beside that market price. */
  static final String OWN_PRICE = "own_price";

  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, order_date DATE, category STRING, channel STRING, ring STRING, \
          currency STRING, orders BIGINT, paid_orders BIGINT, units_ordered BIGINT, \
          units_paid BIGINT, units_cancelled BIGINT, units_returned BIGINT, \
          ordered_amount DECIMAL(18,4), gross_revenue DECIMAL(18,4), paid_amount DECIMAL(18,4), \
          returned_amount DECIMAL(18,4), net_revenue DECIMAL(18,4), cost_of_goods DECIMAL(18,4), \
          margin DECIMAL(18,4), own_price DECIMAL(18,4), market_price DECIMAL(18,4), \
          squares BIGINT""");

  private final SoldLine.Grain grain;

  /** Whether an order has a line placed and paid, for each with a line placed. */
  private final Map<UTF8String, Boolean> orders = new HashMap<>();

  private final Map<UTF8String, Long> paidUnits = new HashMap<>();
  private long unitsOrdered;
  private long unitsPaid;
  private long unitsCancelled;
  private long unitsReturned;
  private long orderedAmount;
  private long grossRevenue;
  private long paidAmount;
  private long returnedAmount;
  private long costOfGoods;
  private boolean isCostKnown = true;
  private long ownPrice;
  private long marketPrice;

  OrderTotals(SoldLine.Grain grain) {
    this.grain = grain;
  }

  void take(SoldLine line) {
    unitsOrdered += line.quantity();
    unitsCancelled += line.isCancelled() ? line.quantity() : 0;
    unitsReturned += line.returnedQuantity();
    orderedAmount = Math.addExact(orderedAmount, Math.subtractExact(line.gross(), line.discount()));
    paidAmount = Math.addExact(paidAmount, line.paidAmount());
    returnedAmount = Math.addExact(returnedAmount, line.returnedAmount());
    if (line.isPlaced()) {
      orders.merge(line.orderId(), line.isPaid(), Boolean::logicalOr);
    }
    if (line.isPaid()) {
      takePaid(line);
    }
    takeCost(line);
  }

  private void takePaid(SoldLine line) {
    unitsPaid += line.quantity();
    paidUnits.merge(line.sku(), (long) line.quantity(), Long::sum);
    grossRevenue = Math.addExact(grossRevenue, line.gross());
    if (line.hasMarketPrice()) {
      ownPrice = Math.addExact(ownPrice, line.gross());
      marketPrice = Math.addExact(marketPrice, line.marketPrice());
    }
  }

  /** Cost of the units that were paid and did not come back; known when every unit's cost is. */
  private void takeCost(SoldLine line) {
    long paid = line.isPaid() ? line.quantity() : 0;
    if (paid == 0 && line.returnedQuantity() == 0) {
      return;
    }
    isCostKnown &= line.hasCost();
    if (line.hasCost()) {
      long kept = paid - line.returnedQuantity();
      costOfGoods = Math.addExact(costOfGoods, Math.multiplyExact(line.unitCost(), kept));
    }
  }

  InternalRow row() {
    long netRevenue = Math.subtractExact(paidAmount, returnedAmount);
    return new GenericInternalRow(
        new Object[] {
          grain.communityId(),
          grain.orderDate(),
          grain.category(),
          grain.channel(),
          grain.ring(),
          grain.currency(),
          (long) orders.size(),
          orders.values().stream().filter(isPaid -> isPaid).count(),
          unitsOrdered,
          unitsPaid,
          unitsCancelled,
          unitsReturned,
          Money.write(orderedAmount),
          Money.write(grossRevenue),
          Money.write(paidAmount),
          Money.write(returnedAmount),
          Money.write(netRevenue),
          isCostKnown ? Money.write(costOfGoods) : null,
          isCostKnown ? Money.write(Math.subtractExact(netRevenue, costOfGoods)) : null,
          Money.write(ownPrice),
          Money.write(marketPrice),
          squares()
        });
  }

  private long squares() {
    return paidUnits.values().stream()
        .mapToLong(units -> Math.multiplyExact(units, units))
        .reduce(0, Math::addExact);
  }
}
