package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Everything that happened in launches. Grain: one row per (community_id, event_id, kind).
 * Contract: {@code contracts/core.fact_launch_event.odcs.yaml}.
 */
public final class LaunchEventFact {
  private static final String ONLY_CHANNEL = "only_channel";
  private static final String ONLY_SKU = "only_sku";

  private LaunchEventFact() {}

  /**
   * Builds the fact from the numbered events and {@code fact_order_line} of whole communities, and
   * {@code dim_community}, which knows the storage period.
   */
  public static Dataset<Row> from(
      Dataset<Row> events, Dataset<Row> orderLines, Dataset<Row> communities) {
    Dataset<Row> onLines = onLines(orderLines, communities);
    return withoutOrders(events)
        .unionByName(onLines)
        .join(broadcast(halls(events)), new String[] {COMMUNITY_ID, LAUNCH_ID}, "left")
        .withColumn(CHANNEL, coalesce(col(ONLY_CHANNEL), col(CHANNEL), lit("unknown")))
        .withColumn(SKU, coalesce(col(SKU), col(ONLY_SKU), lit("unknown")))
        .select(columns());
  }

  private static Dataset<Row> withoutOrders(Dataset<Row> events) {
    return events
        .withColumn(KIND, kind())
        .filter(col(KIND).isNotNull().and(col(LAUNCH_ID).isNotNull()))
        .withColumn(MEMBER_NUMBER, col(ACTOR_NUMBER))
        .withColumn(QUANTITY, coalesce(col(QUANTITY), lit(0)).cast("long"))
        .withColumn(CURRENCY, when(col(AMOUNT).isNotNull(), col(CURRENCY)))
        .select(columns());
  }

  private static Column kind() {
    return when(col(EVENT_TYPE).equalTo("launch_scheduled"), "scheduled")
        .when(col(EVENT_TYPE).equalTo("reservation_made"), "reserved")
        .when(col(EVENT_TYPE).equalTo("reservation_cancelled"), "unreserved")
        .when(col(EVENT_TYPE).equalTo("stock_released"), "stocked")
        .when(col(EVENT_TYPE).equalTo("cart_rejected"), "rejected")
        .when(col(EVENT_TYPE).equalTo("payment_failed"), "payment_failed");
  }

  /** The channel and the article of each launch that was scheduled in one channel, for one. */
  private static Dataset<Row> halls(Dataset<Row> events) {
    return events
        .filter(col(EVENT_TYPE).equalTo("launch_scheduled"))
        .groupBy(COMMUNITY_ID, LAUNCH_ID)
        .agg(only(CHANNEL).as(ONLY_CHANNEL), only(SKU).as(ONLY_SKU));
  }

  private static Column only(String column) {
    return when(min(column).equalTo(max(column)), min(column));
  }

  /** What happened to each order line of a launch: one row for each of up to four happenings. */
  private static Dataset<Row> onLines(Dataset<Row> orderLines, Dataset<Row> communities) {
    Column gross = col(UNIT_PRICE).multiply(col(QUANTITY)).minus(col(DISCOUNT));
    Column happenings =
        array(
            happening("ordered", PLACED_TS, col(ORDER_DATE), col(QUANTITY), gross),
            happening("paid", PAID_TS, col(PAID_DATE), col(QUANTITY), col(PAID_AMOUNT)),
            happening("cancelled", CANCELLED_TS, col(CANCELLED_DATE), col(QUANTITY), lit(null)),
            happening(
                "returned",
                RETURNED_TS,
                col(RETURNED_DATE),
                col(RETURNED_QUANTITY),
                col(RETURNED_AMOUNT)));
    return orderLines
        .filter(col(LAUNCH_ID).isNotNull().and(col(PLACED_TS).isNotNull()))
        .withColumn("happening", explode(happenings))
        .filter(col("happening." + EVENT_TS).isNotNull())
        .join(broadcast(communities.select(COMMUNITY_ID, STORAGE_PERIOD)), COMMUNITY_ID)
        .drop(QUANTITY)
        .select(col("*"), col("happening.*"))
        .withColumn(PERIOD, StoragePeriod.of(col(EVENT_DATE), col(STORAGE_PERIOD)))
        .withColumn(EVENT_ID, concat(col(ORDER_ID), lit("#"), col(LINE_NO)))
        .withColumn(OPENS_TS, lit(null).cast("timestamp"))
        .withColumn(CURRENCY, when(col(AMOUNT).isNotNull(), col(CURRENCY)))
        .select(columns());
  }

  private static Column happening(
      String kind, String instant, Column date, Column quantity, Column amount) {
    return struct(
        lit(kind).as(KIND),
        col(instant).as(EVENT_TS),
        date.as(EVENT_DATE),
        quantity.cast("long").as(QUANTITY),
        amount.cast("decimal(18,4)").as(AMOUNT));
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(EVENT_DATE),
      col(PERIOD),
      col(LAUNCH_ID),
      col(CHANNEL),
      col(SKU),
      col(KIND),
      col(MEMBER_NUMBER),
      col(QUANTITY),
      col(AMOUNT),
      col(CURRENCY),
      col(EVENT_TS),
      col(EVENT_ID),
      col(ORDER_ID),
      col(OPENS_TS),
      col(QUEUE_POSITION)
    };
  }
}
