package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many events of each day arrived how late. Grain: one row per (community_id, event_date,
 * delay_from_seconds). Contract: {@code contracts/core.fact_arrival.odcs.yaml}.
 */
public final class ArrivalFact {
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;
  private static final int DOUBLINGS = 9;

  private ArrivalFact() {}

  /** Builds the fact from all rows of core.event: also tests, and what was corrected later. */
  public static Dataset<Row> from(Dataset<Row> events) {
    return events
        .groupBy(
            col(COMMUNITY_ID), col(EVENT_DATE), col(PERIOD), delayFrom().as(DELAY_FROM_SECONDS))
        .agg(count(lit(1)).as(EVENTS), max(RECEIVED_TS).as(LATEST_RECEIVED_TS));
  }

  /** Lower end of the bin: 0, an hour, a day, then twice as much each. */
  private static Column delayFrom() {
    Column seconds = unix_seconds(col(RECEIVED_TS)).minus(unix_seconds(col(EVENT_TS)));
    Column from = when(seconds.geq(DAY << DOUBLINGS), DAY << DOUBLINGS);
    for (int doubling = DOUBLINGS - 1; doubling >= 0; doubling--) {
      from = from.when(seconds.geq(DAY << doubling), DAY << doubling);
    }
    return from.when(seconds.geq(HOUR), HOUR).otherwise(0L);
  }
}
