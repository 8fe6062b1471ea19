package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.Money;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** What a launch of one article on one channel came to, event by event. */
final class LaunchTally {
  /** Members who reserved, whether or not they gave it back. */
  static final String EVER_RESERVED = "ever_reserved";

  /** From the opening to the last order [s]. */
  static final String LAST_ORDER_SECONDS = "last_order_seconds";

  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, launch_id STRING, channel STRING, sku STRING, opens_ts TIMESTAMP, \
          currency STRING, reservers BIGINT, ever_reserved BIGINT, reservations BIGINT, \
          units_offered BIGINT, units_ordered BIGINT, units_paid BIGINT, units_cancelled BIGINT, \
          units_returned BIGINT, rejections BIGINT, payment_failures BIGINT, buyers BIGINT, \
          reserved_buyers BIGINT, allocated_out_seconds BIGINT, sell_out_seconds BIGINT, \
          units_per_second_peak BIGINT, last_order_seconds BIGINT, \
          ordered_amount DECIMAL(18,4), paid_amount DECIMAL(18,4), \
          returned_amount DECIMAL(18,4), seconds_to_100_million BIGINT""");

  private final LaunchEvent first;
  private final LaunchMembers members = new LaunchMembers();
  private final LaunchSale sale = new LaunchSale();
  private UTF8String currency;
  private long reservations;
  private long cancelled;
  private long returned;
  private long returnedMoney;
  private long rejections;
  private long failures;

  LaunchTally(LaunchEvent first) {
    this.first = first;
  }

  void take(LaunchEvent event) {
    currency = least(currency, event.currency());
    LaunchKind kind = event.kind();
    if (event.isOfMember()) {
      members.take(kind, event);
    }
    switch (kind) {
      case SCHEDULED -> {}
      case RESERVED -> reservations = Math.addExact(reservations, event.units());
      case UNRESERVED -> reservations = Math.subtractExact(reservations, event.units());
      case STOCKED -> sale.stock(event);
      case ORDERED -> sale.order(event);
      case PAID -> sale.pay(event);
      case CANCELLED -> cancelled = Math.addExact(cancelled, event.units());
      case RETURNED -> giveBack(event);
      case REJECTED -> rejections++;
      case PAYMENT_FAILED -> failures++;
    }
  }

  InternalRow row() {
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          first.launchId(),
          first.channel(),
          first.sku(),
          first.openedMicros(),
          currency,
          members.reservers(),
          members.everReserved(),
          reservations,
          sale.offered(),
          sale.ordered(),
          sale.paid(),
          cancelled,
          returned,
          rejections,
          failures,
          members.buyers(),
          members.reservedBuyers(),
          sale.allocatedOut(),
          sale.soldOut(),
          sale.peak(),
          sale.lastOrder(),
          Money.write(sale.orderedMoney()),
          Money.write(sale.paidMoney()),
          Money.write(returnedMoney),
          sale.hundredMillion()
        });
  }

  /** The first in the alphabet, so that no order of the events can show; nulls do not count. */
  private static UTF8String least(UTF8String one, UTF8String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  private void giveBack(LaunchEvent event) {
    returned = Math.addExact(returned, event.units());
    returnedMoney = Math.addExact(returnedMoney, event.money());
  }
}
