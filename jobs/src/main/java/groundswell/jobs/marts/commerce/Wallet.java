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
 * How much of their wallet members spend here. Grain: one row per (community_id,
 * quarter_start_date, ring). Contract: {@code contracts/mart.wallet.odcs.yaml}.
 */
public final class Wallet {
  private static final String LAST_DATE = "last_date";
  private static final String PURSE_CURRENCY = "purse_currency";
  private static final String TELLS_NO_PAYMENT = "tells_no_payment";
  private static final int DAYS_OF_YEAR = 365;

  private Wallet() {}

  /**
   * What counted members paid by day, from {@code fact_order_line}, {@code fact_service_charge}.
   */
  public static Dataset<Row> spending(
      Dataset<Row> orderLines, Dataset<Row> charges, Dataset<Row> members) {
    Column moves =
        array(
            move(col(PAID_DATE), col(PAID_AMOUNT)),
            move(col(RETURNED_DATE), negate(col(RETURNED_AMOUNT))));
    Column nothing = lit(0).cast("decimal(18,4)");
    Column isRefund = col(KIND).equalTo("refunded");
    Dataset<Row> goods =
        orderLines
            .select(col(COMMUNITY_ID), col(MEMBER_NUMBER), col(RING), col(CURRENCY), inline(moves))
            .select(
                col(COMMUNITY_ID),
                col(MEMBER_NUMBER),
                col(RING),
                col(CURRENCY),
                col(EVENT_DATE),
                col(AMOUNT).as(GOODS_SPEND),
                nothing.as(SERVICE_SPEND));
    Dataset<Row> services =
        charges
            .filter(col(KIND).isin("charged", "refunded"))
            .select(
                col(COMMUNITY_ID),
                col(MEMBER_NUMBER),
                col(RING),
                col(CURRENCY),
                col(EVENT_DATE),
                nothing,
                when(isRefund, negate(col(AMOUNT))).otherwise(col(AMOUNT)));
    Dataset<Row> uncounted =
        members
            .filter(col(IS_CURRENT).and(not(Census.isCounted())))
            .select(COMMUNITY_ID, MEMBER_NUMBER);
    return goods
        .union(services)
        .filter(col(MEMBER_NUMBER).isNotNull().and(col(EVENT_DATE).isNotNull()))
        .join(broadcast(uncounted), new String[] {COMMUNITY_ID, MEMBER_NUMBER}, "left_anti");
  }

  /** Builds the mart from {@link #spending}, {@code dim_member} and {@link #purses}. */
  public static Dataset<Row> from(
      Dataset<Row> spending, Dataset<Row> members, Dataset<Row> communityPurses) {
    Dataset<Row> purses = broadcast(communityPurses);
    Column isInPurse = col(CURRENCY).equalTo(col(PURSE_CURRENCY));
    Dataset<Row> spent =
        spending
            .join(purses, COMMUNITY_ID)
            .filter(isInPurse)
            .select(
                col(COMMUNITY_ID),
                trunc(col(EVENT_DATE), "QUARTER").as(QUARTER_START_DATE),
                col(RING),
                lit(0L).as(MEMBER_DAYS),
                col(GOODS_SPEND),
                col(SERVICE_SPEND));
    return memberDays(members, purses)
        .union(spent)
        .withColumn(RING, explode(array(col(RING), lit("all"))))
        .groupBy(COMMUNITY_ID, QUARTER_START_DATE, RING)
        .agg(
            sum(MEMBER_DAYS).as(MEMBER_DAYS),
            money(sum(GOODS_SPEND)).as(GOODS_SPEND),
            money(sum(SERVICE_SPEND)).as(SERVICE_SPEND))
        .join(purses, COMMUNITY_ID)
        .withColumn(GOODS_SPEND, when(not(col(TELLS_NO_PAYMENT)), col(GOODS_SPEND)))
        .withColumn(MEMBER_SPEND, money(col(GOODS_SPEND).plus(col(SERVICE_SPEND))))
        .withColumn(ASSUMED_WALLET, assumedWallet())
        .select(columns());
  }

  /**
   * What is assumed of each community, from {@code dim_community}; whether its source tells of
   * orders and never of a payment, from {@code mart.order_economics}; and the last day of its data,
   * from {@code mart.tie_funnel}.
   */
  public static Dataset<Row> purses(
      Dataset<Row> communities, Dataset<Row> orderEconomics, Dataset<Row> tieFunnel) {
    Dataset<Row> paid =
        orderEconomics
            .groupBy(col(COMMUNITY_ID), col(CURRENCY).as(PURSE_CURRENCY))
            .agg(max(PAID_AMOUNT).equalTo(0).as(TELLS_NO_PAYMENT));
    return communities
        .select(
            col(COMMUNITY_ID),
            coalesce(col(WALLET_CURRENCY), col(CURRENCY)).as(PURSE_CURRENCY),
            col(WALLET_ASSUMPTION_ID),
            col(WALLET_PER_MEMBER_YEAR))
        .join(paid, new String[] {COMMUNITY_ID, PURSE_CURRENCY}, "left")
        .withColumn(TELLS_NO_PAYMENT, coalesce(col(TELLS_NO_PAYMENT), lit(false)))
        .join(tieFunnel.groupBy(COMMUNITY_ID).agg(max(EVENT_DATE).as(LAST_DATE)), COMMUNITY_ID);
  }

  private static Dataset<Row> memberDays(Dataset<Row> members, Dataset<Row> purses) {
    Dataset<Row> memberByMember =
        members
            .filter(Census.isCounted().and(col(JOINED_DATE).isNotNull()))
            .join(purses, COMMUNITY_ID)
            .select(
                col(COMMUNITY_ID),
                col(MEMBER_NUMBER),
                col(RING),
                col(VALID_FROM_DATE),
                col(JOINED_DATE),
                col(LEFT_DATE),
                col(LAST_DATE),
                col(VALID_FROM_TS))
            .repartition(col(MEMBER_NUMBER), col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID, MEMBER_NUMBER, VALID_FROM_TS);
    return Fold.partitions(memberByMember, RingQuarters.SCHEMA, RingQuarters::new);
  }

  private static Column move(Column date, Column amount) {
    return struct(date.as(EVENT_DATE), amount.cast("decimal(18,4)").as(AMOUNT));
  }

  private static Column money(Column amount) {
    return amount.cast("decimal(18,4)");
  }

  /** With few enough digits that the quotient keeps eight decimals to be rounded from. */
  private static Column assumedWallet() {
    Column year = lit(DAYS_OF_YEAR).cast("decimal(3,0)");
    Column days = col(MEMBER_DAYS).cast("decimal(12,0)");
    return money(days.multiply(col(WALLET_PER_MEMBER_YEAR)).divide(year));
  }

  private static Column[] columns() {
    Column nextQuarter = add_months(col(QUARTER_START_DATE), 3);
    return new Column[] {
      col(COMMUNITY_ID),
      col(QUARTER_START_DATE),
      col(RING),
      col(MEMBER_DAYS),
      col(GOODS_SPEND),
      col(SERVICE_SPEND),
      col(MEMBER_SPEND),
      col(PURSE_CURRENCY).as(CURRENCY),
      col(WALLET_ASSUMPTION_ID),
      col(WALLET_PER_MEMBER_YEAR),
      col(ASSUMED_WALLET),
      Share.of(MEMBER_SPEND, ASSUMED_WALLET).as(WALLET_SHARE),
      nextQuarter.gt(date_add(col(LAST_DATE), 1)).as(IS_CENSORED)
    };
  }
}
