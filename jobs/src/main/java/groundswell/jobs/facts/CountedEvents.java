package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The events that count: tests are out, and so is each event that another one corrects. Of several
 * corrections of one event the highest revision stays, then the latest received, then the last by
 * event_id. Corrections may lie in another period than what they correct: pass the whole community.
 */
final class CountedEvents {
  private static final String NAMED = "named_event_id";
  private static final String NAMED_IN = "named_in_community_id";

  private CountedEvents() {}

  static Dataset<Row> from(Dataset<Row> events) {
    return from(events, superseded(events));
  }

  /** With what {@link #superseded} said, which is little and worth keeping. */
  static Dataset<Row> from(Dataset<Row> events, Dataset<Row> superseded) {
    return events
        .filter(not(col(IS_TEST)))
        .join(
            broadcast(superseded),
            col(COMMUNITY_ID).equalTo(col(NAMED_IN)).and(col(EVENT_ID).equalTo(col(NAMED))),
            "left_anti");
  }

  /** Ids of originals that have a correction, and of corrections that a better one beat. */
  static Dataset<Row> superseded(Dataset<Row> events) {
    Dataset<Row> corrections = events.filter(col(REPLACES_EVENT_ID).isNotNull());
    Dataset<Row> originals =
        corrections
            .filter(not(col(IS_TEST)))
            .select(col(COMMUNITY_ID).as(NAMED_IN), col(REPLACES_EVENT_ID).as(NAMED));
    WindowSpec bestFirst =
        Window.partitionBy(COMMUNITY_ID, REPLACES_EVENT_ID)
            .orderBy(col(REVISION).desc(), col(RECEIVED_TS).desc(), col(EVENT_ID).desc());
    Dataset<Row> beaten =
        corrections
            .withColumn("place", row_number().over(bestFirst))
            .filter(col("place").gt(1))
            .select(col(COMMUNITY_ID).as(NAMED_IN), col(EVENT_ID).as(NAMED));
    return originals.union(beaten);
  }
}
