package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The sale second by second. Grain: one row per (community_id, launch_id, offset_seconds): seconds
 * of the first hour, else minutes, only where something happened. Contract: {@code
 * contracts/mart.launch_curve.odcs.yaml}.
 */
public final class LaunchCurve {
  private LaunchCurve() {}

  /** Builds the mart from {@code fact_launch_event}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> launchEvents) {
    WindowSpec soFar =
        Window.partitionBy(COMMUNITY_ID, LAUNCH_ID)
            .orderBy(OFFSET_SECONDS)
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return steps(launchEvents)
        .select(
            col(COMMUNITY_ID),
            col(LAUNCH_ID),
            col(OFFSET_SECONDS),
            when(isFirstHour(col(OFFSET_SECONDS)), 1).otherwise(60).as(STEP_SECONDS),
            col(UNITS_ORDERED),
            col(UNITS_PAID),
            col(REJECTIONS),
            sum(UNITS_ORDERED).over(soFar).as(CUMULATIVE_ORDERED),
            sum(UNITS_PAID).over(soFar).as(CUMULATIVE_PAID),
            sum(REJECTIONS).over(soFar).as(CUMULATIVE_REJECTIONS));
  }

  private static Dataset<Row> steps(Dataset<Row> launchEvents) {
    Column seconds = col(LaunchClock.SECONDS);
    Column step =
        when(isFirstHour(seconds), seconds).otherwise(floor(seconds.divide(60)).multiply(60));
    return LaunchClock.wind(launchEvents)
        .filter(col(KIND).isin("ordered", "paid", "rejected"))
        .groupBy(col(COMMUNITY_ID), col(LAUNCH_ID), step.as(OFFSET_SECONDS))
        .agg(
            units("ordered").as(UNITS_ORDERED),
            units("paid").as(UNITS_PAID),
            count(when(col(KIND).equalTo("rejected"), 1)).as(REJECTIONS))
        .filter(col(OFFSET_SECONDS).isNotNull());
  }

  private static Column isFirstHour(Column seconds) {
    return seconds.between(0, 3599);
  }

  private static Column units(String kind) {
    return sum(when(col(KIND).equalTo(kind), col(QUANTITY)).otherwise(0L));
  }
}
