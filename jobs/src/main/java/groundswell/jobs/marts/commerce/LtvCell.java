package groundswell.jobs.marts.commerce;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Money of one cut of the cohorts, as one partition sees it or as all of them add up. */
final class LtvCell {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, month INT, k INT, currency STRING, buyers BIGINT, \
          purchase_days BIGINT, purchased BIGINT, net_revenue BIGINT, cost BIGINT, \
          unknown_costs BIGINT, services BIGINT, payments BIGINT""");

  /** Longest span of a cohort that is looked at [months]. */
  static final int MOST = 36;

  /** Month of the cohort; currency null for its members. */
  record Cut(int month, int k, UTF8String currency) {
    static Cut ofCohort(int month) {
      return new Cut(month, 0, null);
    }

    static Cut of(InternalRow row) {
      return new Cut(row.getInt(1), row.getInt(2), row.getUTF8String(3));
    }
  }

  long buyers;
  long purchaseDays;
  long purchased;
  long netRevenue;
  long cost;

  /** Moves of goods without a known cost. */
  long unknownCosts;

  long services;

  /** Payments for goods at any time; without any, a source does not tell them. */
  long payments;

  void take(LtvEntry entry) {
    if (entry.isPurchase()) {
      purchased = Math.addExact(purchased, entry.amount());
    } else if (entry.isOfService()) {
      services = Math.addExact(services, entry.amount());
    } else {
      netRevenue = Math.addExact(netRevenue, entry.amount());
      cost = Math.addExact(cost, entry.hasCost() ? entry.cost() : 0);
      unknownCosts += entry.hasCost() ? 0 : 1;
    }
  }

  void add(InternalRow row) {
    buyers += row.getLong(4);
    purchaseDays += row.getLong(5);
    purchased = Math.addExact(purchased, row.getLong(6));
    netRevenue = Math.addExact(netRevenue, row.getLong(7));
    cost = Math.addExact(cost, row.getLong(8));
    unknownCosts += row.getLong(9);
    services = Math.addExact(services, row.getLong(10));
    payments += row.getLong(11);
  }

  /** Last day of the community, which the row of a part has beside the columns of its own. */
  static int lastDate(InternalRow row) {
    return row.getInt(SCHEMA.size());
  }

  InternalRow row(UTF8String communityId, Cut cut) {
    return new GenericInternalRow(values(communityId, cut));
  }

  private Object[] values(UTF8String communityId, Cut cut) {
    return new Object[] {
      communityId,
      cut.month(),
      cut.k(),
      cut.currency(),
      buyers,
      purchaseDays,
      purchased,
      netRevenue,
      cost,
      unknownCosts,
      services,
      payments
    };
  }
}
