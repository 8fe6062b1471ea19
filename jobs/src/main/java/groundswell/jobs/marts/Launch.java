package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Each launch from reservation to return. Grain: one row per (community_id, launch_id, channel,
 * sku). Contract: {@code contracts/mart.launch.odcs.yaml}.
 */
public final class Launch {
  private static final String[] GRAIN = {COMMUNITY_ID, LAUNCH_ID, CHANNEL, SKU};
  private static final int HUNDRED_MILLION = 100_000_000;

  private static final String RESERVED = "reserved";
  private static final String EVER_RESERVED = "ever_reserved";
  private static final String BOUGHT = "bought";
  private static final String LAST_ORDER = "last_order_seconds";

  private Launch() {}

  /** Builds the mart from {@code fact_launch_event}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> launchEvents) {
    Dataset<Row> clocked = LaunchClock.wind(launchEvents);
    return totals(clocked)
        .join(peaks(clocked), GRAIN, "left")
        .join(milestones(clocked), GRAIN, "left")
        .select(columns());
  }

  /** Sums over each launch, by way of its members because some sums count members. */
  private static Dataset<Row> totals(Dataset<Row> events) {
    return events
        .groupBy(col(COMMUNITY_ID), col(LAUNCH_ID), col(CHANNEL), col(SKU), col(MEMBER_NUMBER))
        .agg(
            min(LaunchClock.OPENING).as(OPENS_TS),
            min(CURRENCY).as(CURRENCY),
            units("reserved").minus(units("unreserved")).as(RESERVATIONS),
            units("reserved").as(RESERVED),
            units("stocked").as(UNITS_OFFERED),
            units("ordered").as(UNITS_ORDERED),
            units("paid").as(UNITS_PAID),
            units("cancelled").as(UNITS_CANCELLED),
            units("returned").as(UNITS_RETURNED),
            times("rejected").as(REJECTIONS),
            times("payment_failed").as(PAYMENT_FAILURES),
            money("ordered").as(ORDERED_AMOUNT),
            money("paid").as(PAID_AMOUNT),
            money("returned").as(RETURNED_AMOUNT))
        .withColumn(EVER_RESERVED, col(MEMBER_NUMBER).isNotNull().and(col(RESERVED).gt(0)))
        .withColumn(BOUGHT, col(MEMBER_NUMBER).isNotNull().and(col(UNITS_PAID).gt(0)))
        .groupBy(COMMUNITY_ID, LAUNCH_ID, CHANNEL, SKU)
        .agg(
            min(OPENS_TS).as(OPENS_TS),
            min(CURRENCY).as(CURRENCY),
            members(col(EVER_RESERVED).and(col(RESERVATIONS).gt(0))).as(RESERVERS),
            members(col(EVER_RESERVED)).as(EVER_RESERVED),
            members(col(BOUGHT)).as(BUYERS),
            members(col(BOUGHT).and(col(EVER_RESERVED))).as(RESERVED_BUYERS),
            sum(RESERVATIONS).as(RESERVATIONS),
            sum(UNITS_OFFERED).as(UNITS_OFFERED),
            sum(UNITS_ORDERED).as(UNITS_ORDERED),
            sum(UNITS_PAID).as(UNITS_PAID),
            sum(UNITS_CANCELLED).as(UNITS_CANCELLED),
            sum(UNITS_RETURNED).as(UNITS_RETURNED),
            sum(REJECTIONS).as(REJECTIONS),
            sum(PAYMENT_FAILURES).as(PAYMENT_FAILURES),
            sum(ORDERED_AMOUNT).as(ORDERED_AMOUNT),
            sum(PAID_AMOUNT).as(PAID_AMOUNT),
            sum(RETURNED_AMOUNT).as(RETURNED_AMOUNT));
  }

  /** The busiest second of each launch, and its last. */
  private static Dataset<Row> peaks(Dataset<Row> events) {
    return events
        .filter(col(KIND).equalTo("ordered"))
        .groupBy(
            col(COMMUNITY_ID), col(LAUNCH_ID), col(CHANNEL), col(SKU), col(LaunchClock.SECONDS))
        .agg(sum(QUANTITY).as(QUANTITY))
        .groupBy(COMMUNITY_ID, LAUNCH_ID, CHANNEL, SKU)
        .agg(max(QUANTITY).as(UNITS_PER_SECOND_PEAK), max(LaunchClock.SECONDS).as(LAST_ORDER));
  }

  /** When running totals reached what was offered, and the hundred million. */
  private static Dataset<Row> milestones(Dataset<Row> events) {
    WindowSpec launch = Window.partitionBy(COMMUNITY_ID, LAUNCH_ID, CHANNEL, SKU);
    WindowSpec soFar =
        launch
            .orderBy(EVENT_TS, EVENT_ID, KIND)
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column offered = sum(when(col(KIND).equalTo("stocked"), col(QUANTITY))).over(launch);
    return events
        .filter(col(KIND).isin("stocked", "ordered", "paid"))
        .withColumn("offered", offered)
        .withColumn("ordered", units("ordered").over(soFar))
        .withColumn("paid", units("paid").over(soFar))
        .withColumn("money", money("paid").over(soFar))
        .groupBy(COMMUNITY_ID, LAUNCH_ID, CHANNEL, SKU)
        .agg(
            firstSecond(col("ordered").geq(col("offered"))).as(ALLOCATED_OUT_SECONDS),
            firstSecond(col("paid").geq(col("offered"))).as(SELL_OUT_SECONDS),
            firstSecond(col("money").geq(HUNDRED_MILLION)).as(SECONDS_TO_100_MILLION));
  }

  private static Column firstSecond(Column isReached) {
    Column isSale = not(col(KIND).equalTo("stocked"));
    return min(when(isSale.and(isReached), col(LaunchClock.SECONDS)));
  }

  private static Column units(String kind) {
    return sum(when(col(KIND).equalTo(kind), col(QUANTITY)).otherwise(0L));
  }

  private static Column times(String kind) {
    return count(when(col(KIND).equalTo(kind), 1));
  }

  private static Column money(String kind) {
    return sum(when(col(KIND).equalTo(kind), col(AMOUNT)).otherwise(lit(0).cast("decimal(18,4)")));
  }

  private static Column members(Column counted) {
    return count(when(counted, 1));
  }

  private static Column[] columns() {
    Column seconds = greatest(col(LAST_ORDER), lit(1L));
    return new Column[] {
      col(COMMUNITY_ID),
      col(LAUNCH_ID),
      col(CHANNEL),
      col(SKU),
      col(OPENS_TS),
      col(CURRENCY),
      col(RESERVERS),
      col(RESERVATIONS),
      col(UNITS_OFFERED),
      col(UNITS_ORDERED),
      col(UNITS_PAID),
      col(UNITS_CANCELLED),
      col(UNITS_RETURNED),
      col(REJECTIONS),
      col(PAYMENT_FAILURES),
      col(BUYERS),
      col(RESERVED_BUYERS),
      Share.of(RESERVATIONS, UNITS_OFFERED).as(OVER_SUBSCRIPTION),
      Share.of(RESERVED_BUYERS, EVER_RESERVED).as(RESERVATION_CONVERSION_RATE),
      Share.of(col(BUYERS).minus(col(RESERVED_BUYERS)), col(BUYERS)).as(NO_RESERVE_BUYER_RATE),
      Share.of(UNITS_PAID, UNITS_OFFERED).as(SELL_THROUGH_RATE),
      col(ALLOCATED_OUT_SECONDS),
      col(SELL_OUT_SECONDS),
      coalesce(col(UNITS_PER_SECOND_PEAK), lit(0L)).as(UNITS_PER_SECOND_PEAK),
      when(col(UNITS_ORDERED).gt(0), Share.of(col(UNITS_ORDERED), seconds))
          .as(UNITS_PER_SECOND_MEAN),
      col(ORDERED_AMOUNT).cast("decimal(18,4)").as(ORDERED_AMOUNT),
      col(PAID_AMOUNT).cast("decimal(18,4)").as(PAID_AMOUNT),
      col(RETURNED_AMOUNT).cast("decimal(18,4)").as(RETURNED_AMOUNT),
      col(SECONDS_TO_100_MILLION)
    };
  }
}
