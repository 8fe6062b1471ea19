package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What buyers brought in so far. Grain: one row per (community_id, first_purchase_month,
 * months_since, currency). Contract: {@code contracts/mart.ltv.odcs.yaml}.
 */
public final class Ltv {
  private static final String LAST_DATE = "last_date";

  private Ltv() {}

  /**
   * Builds the mart from {@code fact_order_line}, {@code fact_service_charge}, {@code dim_member}
   * and {@code mart.tie_funnel}, which knows the last day of each community.
   */
  public static Dataset<Row> from(
      Dataset<Row> orderLines, Dataset<Row> charges, Dataset<Row> members, Dataset<Row> tieFunnel) {
    Dataset<Row> memberByMember =
        people(members)
            .union(goods(orderLines))
            .union(services(charges))
            .repartition(col(MEMBER_NUMBER), col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID, MEMBER_NUMBER, LtvEntry.DATE);
    Dataset<Row> lastDays = tieFunnel.groupBy(COMMUNITY_ID).agg(max(EVENT_DATE).as(LAST_DATE));
    Dataset<Row> communityByCommunity =
        Fold.partitions(memberByMember, LtvCell.SCHEMA, LtvMembers::new)
            .join(broadcast(lastDays), COMMUNITY_ID)
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID);
    return Fold.partitions(communityByCommunity, LtvCohorts.SCHEMA, LtvCohorts::new)
        .select(columns());
  }

  private static Dataset<Row> people(Dataset<Row> members) {
    return members
        .filter(col(IS_CURRENT).and(Census.isCounted()))
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            lit(null).cast("date").as(LtvEntry.DATE),
            lit(null).cast("string").as(LtvEntry.WHAT),
            lit(null).cast("string").as(CURRENCY),
            lit(null).cast("decimal(18,4)").as(AMOUNT),
            lit(null).cast("decimal(18,4)").as(LtvEntry.COST));
  }

  /** Of each line up to three moves: what was purchased, what was paid, what was paid back. */
  private static Dataset<Row> goods(Dataset<Row> orderLines) {
    Column isPurchase = col(PLACED_TS).isNotNull().and(col(CANCELLED_TS).isNull());
    Column price = col(UNIT_PRICE).multiply(col(QUANTITY)).minus(col(DISCOUNT));
    Column unitsBack = negate(col(RETURNED_QUANTITY));
    Column moves =
        array(
            move(when(isPurchase, col(ORDER_DATE)), LtvEntry.PURCHASE, price, lit(0)),
            move(col(PAID_DATE), LtvEntry.PAYMENT, col(PAID_AMOUNT), costOf(col(QUANTITY))),
            move(
                col(RETURNED_DATE),
                LtvEntry.REPAYMENT,
                negate(col(RETURNED_AMOUNT)),
                costOf(unitsBack)));
    return orderLines
        .filter(col(MEMBER_NUMBER).isNotNull())
        .select(col(COMMUNITY_ID), col(MEMBER_NUMBER), col(CURRENCY), inline(moves))
        .filter(col(LtvEntry.DATE).isNotNull())
        .select(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            LtvEntry.DATE,
            LtvEntry.WHAT,
            CURRENCY,
            AMOUNT,
            LtvEntry.COST);
  }

  /** No units cost nothing, whether or not the cost of one is known. */
  private static Column costOf(Column units) {
    return when(units.equalTo(0), lit(0)).otherwise(col(UNIT_COST).multiply(units));
  }

  private static Column move(Column date, String what, Column amount, Column cost) {
    return struct(
        date.as(LtvEntry.DATE),
        lit(what).as(LtvEntry.WHAT),
        amount.cast("decimal(18,4)").as(AMOUNT),
        cost.cast("decimal(18,4)").as(LtvEntry.COST));
  }

  private static Dataset<Row> services(Dataset<Row> charges) {
    Column isRefund = col(KIND).equalTo("refunded");
    return charges
        .filter(col(MEMBER_NUMBER).isNotNull().and(col(KIND).isin("charged", "refunded")))
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            col(EVENT_DATE),
            lit(LtvEntry.SERVICE),
            col(CURRENCY),
            when(isRefund, negate(col(AMOUNT))).otherwise(col(AMOUNT)),
            lit(0).cast("decimal(18,4)"));
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(FIRST_PURCHASE_MONTH),
      col(MONTHS_SINCE),
      col(CURRENCY),
      col(COHORT_BUYERS),
      col(PURCHASE_DAYS),
      col(PURCHASED_AMOUNT),
      col(NET_REVENUE),
      col(COST_OF_GOODS),
      col(NET_REVENUE).minus(col(COST_OF_GOODS)).cast("decimal(18,4)").as(MARGIN),
      col(SERVICE_PAYMENTS),
      Share.of(PURCHASE_DAYS, COHORT_BUYERS).as(PURCHASES_PER_BUYER),
      Share.of(NET_REVENUE, COHORT_BUYERS).as(NET_REVENUE_PER_BUYER),
      Share.of(col(NET_REVENUE).minus(col(COST_OF_GOODS)), col(COHORT_BUYERS)).as(MARGIN_PER_BUYER),
      Share.of(SERVICE_PAYMENTS, COHORT_BUYERS).as(SERVICE_PAYMENTS_PER_BUYER),
      col(IS_CENSORED)
    };
  }
}
