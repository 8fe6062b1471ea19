package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds to launch events the opening of their launch and the seconds since. A launch opens when it
 * was scheduled to; where it was not scheduled, when its first stock was released or, without
 * stock, when the first unit was ordered.
 */
final class LaunchClock {
  static final String OPENING = "opening";
  static final String SECONDS = "seconds";

  private LaunchClock() {}

  static Dataset<Row> wind(Dataset<Row> launchEvents) {
    Dataset<Row> openings =
        launchEvents
            .groupBy(COMMUNITY_ID, LAUNCH_ID)
            .agg(coalesce(min(OPENS_TS), first("stocked"), first("ordered")).as(OPENING));
    return launchEvents
        .join(broadcast(openings), new String[] {COMMUNITY_ID, LAUNCH_ID})
        .withColumn(SECONDS, secondsTo(col(EVENT_TS)));
  }

  /** Whole seconds from the opening, rounded down; negative before it. */
  static Column secondsTo(Column instant) {
    return floor(unix_micros(instant).minus(unix_micros(col(OPENING))).divide(1_000_000));
  }

  private static Column first(String kind) {
    return min(when(col(KIND).equalTo(kind), col(EVENT_TS)));
  }
}
