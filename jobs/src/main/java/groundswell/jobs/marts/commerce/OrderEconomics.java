package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Orders, money and margin by day of the order. Grain: one row per (community_id, order_date,
 * category, channel, ring, currency). Contract: {@code contracts/mart.order_economics.odcs.yaml}.
 */
public final class OrderEconomics {
  /** The promise: hardware keeps at most 5 % margin. */
  private static final double MARGIN_CAP = 0.05;

  private OrderEconomics() {}

  /** Builds the mart from {@code fact_order_line}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> orderLines) {
    Dataset<Row> dayByDay =
        orderLines
            .select(SoldLine.columns())
            .repartition(
                col(ORDER_DATE),
                col(COMMUNITY_ID),
                col(CATEGORY),
                col(CHANNEL),
                col(RING),
                col(CURRENCY))
            .sortWithinPartitions(ORDER_DATE);
    return Fold.partitions(dayByDay, OrderTotals.SCHEMA, OrderDays::new).select(columns());
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
      Share.of(OrderTotals.OWN_PRICE, MARKET_PRICE).as(PRICE_INDEX),
      Share.of(col(OrderTotals.SQUARES), col(UNITS_PAID).multiply(col(UNITS_PAID)))
          .as(SKU_CONCENTRATION)
    };
  }
}
