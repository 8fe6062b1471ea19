package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The sale second by second. Grain: one row per (community_id, launch_id, offset_seconds): seconds
 * of the first hour, else minutes, only where something happened. Contract: {@code
 * contracts/mart.launch_curve.odcs.yaml}.
 */
public final class LaunchCurve {
  private LaunchCurve() {}

  /** Builds the mart from {@code fact_launch_event}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> launchEvents) {
    return Fold.partitions(secondBySecond(launchEvents), LaunchSteps.SCHEMA, LaunchSteps::new);
  }

  /** Each launch in one task, its sale in the order of time. */
  private static Dataset<Row> secondBySecond(Dataset<Row> launchEvents) {
    Column isSale =
        col(KIND)
            .isin(
                LaunchKind.ORDERED.symbol(),
                LaunchKind.PAID.symbol(),
                LaunchKind.REJECTED.symbol());
    return LaunchClock.wind(launchEvents)
        .filter(isSale.and(col(LaunchClock.SECONDS).isNotNull()))
        .select(LaunchSteps.columns())
        .repartition(col(LAUNCH_ID), col(COMMUNITY_ID))
        .sortWithinPartitions(LAUNCH_ID, COMMUNITY_ID, LaunchClock.SECONDS);
  }
}
