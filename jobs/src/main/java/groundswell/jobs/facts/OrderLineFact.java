package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Order lines and what became of them; ordered (allocated), paid and returned are different things.
 * Grain: one row per (community_id, order_id, line_no). Contract: {@code
 * contracts/core.fact_order_line.odcs.yaml}.
 */
public final class OrderLineFact {
  private static final String COSTS = "costs";
  private static final String MARKET_PRICES = "market_prices";

  private OrderLineFact() {}

  /** Builds the fact from the numbered events of whole communities. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Dataset<Row> costs = costs(events);
    Dataset<Row> marketPrices = marketPrices(events);
    return lines(events)
        .join(broadcast(costs), keys(costs, COSTS), "left")
        .join(broadcast(marketPrices), keys(marketPrices, MARKET_PRICES), "left")
        .withColumn(UNIT_COST, inForce(COSTS))
        .withColumn(MARKET_PRICE, inForce(MARKET_PRICES))
        .select(columns());
  }

  /** What happened to the lines, order by order. */
  private static Dataset<Row> lines(Dataset<Row> events) {
    Dataset<Row> orderByOrder =
        events
            .filter(
                col(EVENT_TYPE)
                    .isin("order_placed", "order_paid", "order_cancelled", "order_returned"))
            .select(OrderEvent.columns())
            .repartition(col(ORDER_ID), col(COMMUNITY_ID))
            .sortWithinPartitions(ORDER_ID, COMMUNITY_ID);
    return Fold.partitions(orderByOrder, OrderLine.SCHEMA, OrderLines::new);
  }

  /** Costs of each article in the order in which they came into force. */
  private static Dataset<Row> costs(Dataset<Row> events) {
    return history(
        events.filter(col(EVENT_TYPE).equalTo("cost_recorded")),
        new String[] {COMMUNITY_ID, CURRENCY, SKU},
        UNIT_COST,
        COSTS);
  }

  /** Prices seen on the market for each category in the order in which they were seen. */
  private static Dataset<Row> marketPrices(Dataset<Row> events) {
    Column isMarket = coalesce(col(PRICE_SOURCE), lit("market")).notEqual("list");
    return history(
        events.filter(col(EVENT_TYPE).equalTo("market_price_observed").and(isMarket)),
        new String[] {COMMUNITY_ID, CURRENCY, CATEGORY},
        UNIT_PRICE,
        MARKET_PRICES);
  }

  private static Dataset<Row> history(
      Dataset<Row> records, String[] keys, String value, String name) {
    Column record = struct(col(EVENT_TS).as("since"), col(EVENT_ID), col(value).as("v"));
    return records
        .groupBy(keys[0], keys[1], keys[2])
        .agg(sort_array(collect_list(record)).as(name));
  }

  private static String[] keys(Dataset<Row> history, String name) {
    return history.drop(name).columns();
  }

  /** The latest value of the history that is not younger than the line; null when there is none. */
  private static Column inForce(String history) {
    Column known =
        filter(col(history), record -> record.getField("since").leq(col(OrderLine.SINCE)));
    return try_element_at(known, lit(-1)).getField("v");
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(ORDER_DATE),
      col(PERIOD),
      col(ORDER_ID),
      col(LINE_NO),
      col(SKU),
      col(CATEGORY),
      col(BRAND_KIND),
      col(CHANNEL),
      col(RING),
      col(MEMBER_NUMBER),
      col(LAUNCH_ID),
      col(QUANTITY),
      col(UNIT_PRICE),
      col(DISCOUNT),
      col(CURRENCY),
      col(UNIT_COST),
      col(MARKET_PRICE),
      col(PLACED_TS),
      col(PAID_TS),
      col(PAID_DATE),
      col(PAID_AMOUNT),
      col(CANCELLED_TS),
      col(CANCELLED_DATE),
      col(RETURNED_QUANTITY),
      col(RETURNED_AMOUNT),
      col(RETURNED_TS),
      col(RETURNED_DATE),
      col(QUEUE_POSITION)
    };
  }
}
