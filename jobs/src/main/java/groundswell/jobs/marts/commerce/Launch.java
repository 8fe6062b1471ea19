package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each launch from reservation to return. Grain: one row per (community_id, launch_id, channel,
 * sku). Contract: {@code contracts/mart.launch.odcs.yaml}.
 */
public final class Launch {
  private Launch() {}

  /** Builds the mart from {@code fact_launch_event}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> launchEvents) {
    return Fold.partitions(launchByLaunch(launchEvents), LaunchTally.SCHEMA, Launches::new)
        .select(columns());
  }

  /** Each launch in one task, its stock first, then all else second by second. */
  private static Dataset<Row> launchByLaunch(Dataset<Row> launchEvents) {
    Column isStock = col(KIND).equalTo(LaunchKind.STOCKED.symbol());
    return LaunchClock.wind(launchEvents)
        .select(LaunchEvent.columns())
        .repartition(col(LAUNCH_ID), col(CHANNEL), col(SKU), col(COMMUNITY_ID))
        .sortWithinPartitions(
            col(LAUNCH_ID),
            col(CHANNEL),
            col(SKU),
            col(COMMUNITY_ID),
            isStock.desc(),
            col(LaunchClock.SECONDS));
  }

  private static Column[] columns() {
    Column seconds = greatest(col(LaunchTally.LAST_ORDER_SECONDS), lit(1L));
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
      Share.of(RESERVED_BUYERS, LaunchTally.EVER_RESERVED).as(RESERVATION_CONVERSION_RATE),
      Share.of(col(BUYERS).minus(col(RESERVED_BUYERS)), col(BUYERS)).as(NO_RESERVE_BUYER_RATE),
      Share.of(UNITS_PAID, UNITS_OFFERED).as(SELL_THROUGH_RATE),
      col(ALLOCATED_OUT_SECONDS),
      col(SELL_OUT_SECONDS),
      col(UNITS_PER_SECOND_PEAK),
      when(col(UNITS_ORDERED).gt(0), Share.of(col(UNITS_ORDERED), seconds))
          .as(UNITS_PER_SECOND_MEAN),
      col(ORDERED_AMOUNT),
      col(PAID_AMOUNT),
      col(RETURNED_AMOUNT),
      col(SECONDS_TO_100_MILLION)
    };
  }
}
