package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
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
    Dataset<Row> happenings = happenings(events);
    FlatMapGroupsFunction<Row, Row, Row> order =
        (key, rows) -> new OrderHistory(rows).lines(key.getString(0), key.getString(1));
    return happenings
        .groupBy(COMMUNITY_ID, ORDER_ID)
        .as(
            Encoders.row(happenings.select(COMMUNITY_ID, ORDER_ID).schema()),
            Encoders.row(happenings.schema()))
        .flatMapGroups(order, Encoders.row(OrderLine.SCHEMA));
  }

  /** Only the fields that {@link OrderHistory} reads, instants and days as numbers. */
  private static Dataset<Row> happenings(Dataset<Row> events) {
    return events
        .filter(
            col(EVENT_TYPE).isin("order_placed", "order_paid", "order_cancelled", "order_returned"))
        .select(
            col(COMMUNITY_ID),
            col(ORDER_ID),
            col(EVENT_TYPE),
            unix_micros(col(EVENT_TS)).as(EVENT_TS),
            col(EVENT_ID),
            unix_date(col(EVENT_DATE)).as(EVENT_DATE),
            unix_date(col(PERIOD)).as(PERIOD),
            col(LINE_NO),
            col(SKU),
            coalesce(col(CATEGORY), lit("unknown")).as(CATEGORY),
            coalesce(col(BRAND_KIND), lit("unknown")).as(BRAND_KIND),
            coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
            coalesce(col(ACTOR_RING), lit("unknown")).as(RING),
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            col(LAUNCH_ID),
            coalesce(col(QUANTITY), lit(0)).as(QUANTITY),
            col(UNIT_PRICE),
            col(DISCOUNT),
            col(AMOUNT),
            col(CURRENCY),
            col(QUEUE_POSITION));
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
    Column record =
        struct(unix_micros(col(EVENT_TS)).as("since"), col(EVENT_ID), col(value).as("v"));
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
      date_from_unix_date(col(ORDER_DATE)).as(ORDER_DATE),
      date_from_unix_date(col(PERIOD)).as(PERIOD),
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
      timestamp_micros(col(PLACED_TS)).as(PLACED_TS),
      timestamp_micros(col(PAID_TS)).as(PAID_TS),
      date_from_unix_date(col(PAID_DATE)).as(PAID_DATE),
      col(PAID_AMOUNT),
      timestamp_micros(col(CANCELLED_TS)).as(CANCELLED_TS),
      date_from_unix_date(col(CANCELLED_DATE)).as(CANCELLED_DATE),
      col(RETURNED_QUANTITY),
      col(RETURNED_AMOUNT),
      timestamp_micros(col(RETURNED_TS)).as(RETURNED_TS),
      date_from_unix_date(col(RETURNED_DATE)).as(RETURNED_DATE),
      col(QUEUE_POSITION)
    };
  }
}
