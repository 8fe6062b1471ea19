package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was refused and why. Grain: one row per (community_id, period, reason, event_type).
 * Contract: {@code contracts/meta.quarantine_summary.odcs.yaml}.
 */
public final class QuarantineSummary {
  private static final String FIRST = "first_place";

  private QuarantineSummary() {}

  /** Builds the table from {@code core.rejected_event}. */
  public static Dataset<Row> from(Dataset<Row> rejections) {
    return rejections
        .groupBy(
            col(COMMUNITY_ID),
            col(PERIOD),
            col(REASON),
            coalesce(col(EVENT_TYPE), lit("unknown")).as(EVENT_TYPE))
        .agg(
            sum(REJECTED_COUNT).as(REJECTED_COUNT),
            countDistinct(SOURCE_FILE).as(SOURCE_FILES),
            min(struct(SOURCE_FILE, SOURCE_OFFSET)).as(FIRST))
        .withColumn(EXAMPLE_FILE, col(FIRST).getField(SOURCE_FILE))
        .withColumn(EXAMPLE_OFFSET, col(FIRST).getField(SOURCE_OFFSET))
        .drop(FIRST);
  }
}
