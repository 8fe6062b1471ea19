package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How long each day with events waited for the next one, and when that was due. Grain: one row per
 * (community_id, event_date). Contract: {@code contracts/meta.freshness.odcs.yaml}.
 */
public final class Freshness {
  private static final int WARN_FACTOR = 2;
  private static final int FAIL_FACTOR = 4;

  private Freshness() {}

  /** Builds the table from {@code core.fact_arrival}. */
  public static Dataset<Row> from(Dataset<Row> arrivals) {
    Column next = lead(EVENT_DATE, 1).over(Window.partitionBy(COMMUNITY_ID).orderBy(EVENT_DATE));
    return arrivals
        .groupBy(COMMUNITY_ID, EVENT_DATE)
        .agg(max(LATEST_RECEIVED_TS).as(LATEST_RECEIVED_TS))
        .withColumn(NEXT_EVENT_DATE, next)
        .withColumn(WAIT_DAYS, datediff(col(NEXT_EVENT_DATE), col(EVENT_DATE)))
        .withColumn(USUAL_DAYS, SameWeekday.days())
        .withColumn(USUAL_WAIT_DAYS, SameWeekday.median(col(WAIT_DAYS)))
        .withColumn(WARN_AFTER_DATE, due(WARN_FACTOR))
        .withColumn(FAIL_AFTER_DATE, due(FAIL_FACTOR))
        .withColumn(HEALTH_STATE, state());
  }

  private static Column due(int factor) {
    Column days = ceil(col(USUAL_WAIT_DAYS).multiply(factor)).cast("int");
    return when(col(USUAL_WAIT_DAYS).isNotNull(), date_add(col(EVENT_DATE), days));
  }

  private static Column state() {
    return when(col(NEXT_EVENT_DATE).isNull(), "open")
        .when(col(USUAL_WAIT_DAYS).isNull(), "unknown")
        .when(col(NEXT_EVENT_DATE).gt(col(FAIL_AFTER_DATE)), "fail")
        .when(col(NEXT_EVENT_DATE).gt(col(WARN_AFTER_DATE)), "warn")
        .otherwise("ok");
  }
}
