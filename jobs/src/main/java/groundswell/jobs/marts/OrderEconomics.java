package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Orders, money and margin by day of the order. Grain: one row per (community_id, order_date,
 * category, channel, ring, currency). Contract: {@code contracts/mart.order_economics.odcs.yaml}.
 */
public final class OrderEconomics {
  private static final String[] GRAIN = {
    COMMUNITY_ID, ORDER_DATE, CATEGORY, CHANNEL, RING, CURRENCY
  };

  /** The promise: hardware keeps at most 5 % margin. */
  private static final double MARGIN_CAP = 0.05;

  private static final String MONEY = "decimal(18,4)";
  private static final String LINES_WITHOUT_COST = "lines_without_cost";
  private static final String OWN_PRICE = "own_price";
  private static final String SQUARES = "squares";
  private static final String IS_PAID = "is_paid";

  private OrderEconomics() {}

  /** Builds the mart from {@code fact_order_line}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> orderLines) {
    return sums(articles(orderLines)).join(orders(orderLines), GRAIN).select(columns());
  }

  /** Sums per article and day, of which everything but the orders is made. */
  private static Dataset<Row> articles(Dataset<Row> orderLines) {
    Column isPaid = col(PAID_TS).isNotNull();
    Column gross = col(UNIT_PRICE).multiply(col(QUANTITY));
    Column kept = when(isPaid, col(QUANTITY)).otherwise(0).minus(col(RETURNED_QUANTITY));
    Column needsCost = isPaid.and(col(QUANTITY).gt(0)).or(col(RETURNED_QUANTITY).gt(0));
    Column isCompared = isPaid.and(col(MARKET_PRICE).isNotNull());
    return orderLines
        .groupBy(
            col(COMMUNITY_ID),
            col(ORDER_DATE),
            col(CATEGORY),
            col(CHANNEL),
            col(RING),
            col(CURRENCY),
            col(SKU))
        .agg(
            sum(col(QUANTITY).cast("long")).as(UNITS_ORDERED),
            units(isPaid, QUANTITY).as(UNITS_PAID),
            units(col(CANCELLED_TS).isNotNull(), QUANTITY).as(UNITS_CANCELLED),
            units(lit(true), RETURNED_QUANTITY).as(UNITS_RETURNED),
            sum(gross.minus(col(DISCOUNT)).cast(MONEY)).as(ORDERED_AMOUNT),
            money(isPaid, gross).as(GROSS_REVENUE),
            sum(PAID_AMOUNT).as(PAID_AMOUNT),
            sum(RETURNED_AMOUNT).as(RETURNED_AMOUNT),
            money(needsCost, col(UNIT_COST).multiply(kept)).as(COST_OF_GOODS),
            count(when(needsCost.and(col(UNIT_COST).isNull()), 1)).as(LINES_WITHOUT_COST),
            money(isCompared, gross).as(OWN_PRICE),
            money(isCompared, col(MARKET_PRICE).multiply(col(QUANTITY))).as(MARKET_PRICE));
  }

  private static Dataset<Row> sums(Dataset<Row> articles) {
    return articles
        .groupBy(COMMUNITY_ID, ORDER_DATE, CATEGORY, CHANNEL, RING, CURRENCY)
        .agg(
            sum(UNITS_ORDERED).as(UNITS_ORDERED),
            sum(UNITS_PAID).as(UNITS_PAID),
            sum(UNITS_CANCELLED).as(UNITS_CANCELLED),
            sum(UNITS_RETURNED).as(UNITS_RETURNED),
            sum(ORDERED_AMOUNT).cast(MONEY).as(ORDERED_AMOUNT),
            sum(GROSS_REVENUE).cast(MONEY).as(GROSS_REVENUE),
            sum(PAID_AMOUNT).cast(MONEY).as(PAID_AMOUNT),
            sum(RETURNED_AMOUNT).cast(MONEY).as(RETURNED_AMOUNT),
            sum(COST_OF_GOODS).cast(MONEY).as(COST_OF_GOODS),
            sum(LINES_WITHOUT_COST).as(LINES_WITHOUT_COST),
            sum(OWN_PRICE).cast(MONEY).as(OWN_PRICE),
            sum(MARKET_PRICE).cast(MONEY).as(MARKET_PRICE),
            sum(col(UNITS_PAID).multiply(col(UNITS_PAID))).as(SQUARES))
        .withColumn(NET_REVENUE, col(PAID_AMOUNT).minus(col(RETURNED_AMOUNT)).cast(MONEY))
        .withColumn(COST_OF_GOODS, when(col(LINES_WITHOUT_COST).equalTo(0), col(COST_OF_GOODS)))
        .withColumn(MARGIN, col(NET_REVENUE).minus(col(COST_OF_GOODS)).cast(MONEY));
  }

  /** Orders with a line placed, and of these the ones with a line paid. */
  private static Dataset<Row> orders(Dataset<Row> orderLines) {
    return orderLines
        .groupBy(
            col(COMMUNITY_ID),
            col(ORDER_DATE),
            col(CATEGORY),
            col(CHANNEL),
            col(RING),
            col(CURRENCY),
            col(ORDER_ID))
        .agg(
            max(col(PLACED_TS).isNotNull()).as("is_placed"),
            max(col(PLACED_TS).isNotNull().and(col(PAID_TS).isNotNull())).as(IS_PAID))
        .groupBy(COMMUNITY_ID, ORDER_DATE, CATEGORY, CHANNEL, RING, CURRENCY)
        .agg(
            count(when(col("is_placed"), 1)).as(ORDERS),
            count(when(col(IS_PAID), 1)).as(PAID_ORDERS));
  }

  private static Column units(Column condition, String quantity) {
    return sum(when(condition, col(quantity).cast("long")).otherwise(0L));
  }

  private static Column money(Column condition, Column amount) {
    return sum(when(condition, amount.cast(MONEY)).otherwise(lit(0).cast(MONEY)));
  }

  private static Column[] columns() {
    Column marginRate = Share.of(MARGIN, NET_REVENUE);
    return new Column[] {
      col(COMMUNITY_ID),
      col(ORDER_DATE),
      col(CATEGORY),
      col(CHANNEL),
      col(RING),
      col(CURRENCY),
      col(ORDERS),
      col(PAID_ORDERS),
      col(UNITS_ORDERED),
      col(UNITS_PAID),
      col(UNITS_CANCELLED),
      col(UNITS_RETURNED),
      col(ORDERED_AMOUNT),
      col(GROSS_REVENUE),
      col(PAID_AMOUNT),
      col(RETURNED_AMOUNT),
      col(NET_REVENUE),
      col(COST_OF_GOODS),
      col(MARGIN),
      marginRate.as(MARGIN_RATE),
      marginRate.minus(lit(MARGIN_CAP)).as(MARGIN_CAP_GAP),
      Share.of(PAID_AMOUNT, PAID_ORDERS).as(AVERAGE_ORDER_VALUE),
      Share.of(UNITS_RETURNED, UNITS_PAID).as(RETURN_RATE),
      Share.of(OWN_PRICE, MARKET_PRICE).as(PRICE_INDEX),
      Share.of(col(SQUARES), col(UNITS_PAID).multiply(col(UNITS_PAID))).as(SKU_CONCENTRATION)
    };
  }
}
