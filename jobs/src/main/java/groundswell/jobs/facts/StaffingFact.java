package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * People at work as recorded. Grain: one row per (community_id, event_id). Contract: {@code
 * contracts/core.fact_staffing.odcs.yaml}.
 */
public final class StaffingFact {
  private StaffingFact() {}

  /** Builds the fact from numbered events; reads no other row than its own. */
  public static Dataset<Row> from(Dataset<Row> events) {
    return events
        .filter(col(EVENT_TYPE).equalTo("staffing_recorded").and(col(HEADCOUNT).isNotNull()))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            coalesce(col(DEPARTMENT), lit("unknown")).as(DEPARTMENT),
            col(HEADCOUNT),
            col(EVENT_TS),
            col(EVENT_ID));
  }
}
