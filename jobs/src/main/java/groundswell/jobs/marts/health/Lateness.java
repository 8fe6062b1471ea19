package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How late the events of a month arrived. Grain: one row per (community_id, month_start_date,
 * delay_from_seconds). Contract: {@code contracts/meta.lateness.odcs.yaml}.
 */
public final class Lateness {
  private Lateness() {}

  /** Builds the table from {@code core.fact_arrival}. */
  public static Dataset<Row> from(Dataset<Row> arrivals) {
    WindowSpec month = Window.partitionBy(COMMUNITY_ID, MONTH_START_DATE);
    WindowSpec later =
        month
            .orderBy(col(DELAY_FROM_SECONDS).desc())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column atLeast = sum(EVENTS).over(later);
    return arrivals
        .groupBy(
            col(COMMUNITY_ID),
            trunc(col(EVENT_DATE), "MM").as(MONTH_START_DATE),
            col(DELAY_FROM_SECONDS))
        .agg(
            sum(EVENTS).as(EVENTS),
            countDistinct(EVENT_DATE).as(EVENT_DAYS),
            max(LATEST_RECEIVED_TS).as(LATEST_RECEIVED_TS))
        .withColumn(EVENTS_AT_LEAST, atLeast)
        .withColumn(MONTH_EVENTS, sum(EVENTS).over(month))
        .withColumn(EXCEEDANCE, col(EVENTS_AT_LEAST).divide(col(MONTH_EVENTS)));
  }
}
