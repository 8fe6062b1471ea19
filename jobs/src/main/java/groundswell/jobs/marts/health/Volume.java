package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Events of each day beside what is usual on its weekday. Grain: one row per (community_id,
 * event_date), gap-free. Contract: {@code contracts/meta.volume.odcs.yaml}.
 */
public final class Volume {
  private static final double WARN_FACTOR = 2;
  private static final double FAIL_FACTOR = 5;
  private static final String LAST_DATE = "last_date";

  private Volume() {}

  /** Builds the table from {@code core.fact_arrival}. */
  public static Dataset<Row> from(Dataset<Row> arrivals) {
    Dataset<Row> counted = arrivals.groupBy(COMMUNITY_ID, EVENT_DATE).agg(sum(EVENTS).as(EVENTS));
    return calendar(arrivals)
        .join(counted, new String[] {COMMUNITY_ID, EVENT_DATE}, "left")
        .withColumn(EVENTS, coalesce(col(EVENTS), lit(0L)))
        .withColumn(USUAL_DAYS, SameWeekday.days())
        .withColumn(USUAL_EVENTS, SameWeekday.median(col(EVENTS)))
        .withColumn(IS_PROVISIONAL, col(EVENT_DATE).equalTo(col(LAST_DATE)))
        .withColumn(WARN_BELOW, lower(WARN_FACTOR, 3))
        .withColumn(WARN_ABOVE, upper(WARN_FACTOR, 3))
        .withColumn(FAIL_BELOW, lower(FAIL_FACTOR, 6))
        .withColumn(FAIL_ABOVE, upper(FAIL_FACTOR, 6))
        .withColumn(HEALTH_STATE, state())
        .drop(LAST_DATE);
  }

  /** Every day from a community's first to its last. */
  private static Dataset<Row> calendar(Dataset<Row> arrivals) {
    return arrivals
        .groupBy(COMMUNITY_ID)
        .agg(min(EVENT_DATE).as(EVENT_DATE), max(EVENT_DATE).as(LAST_DATE))
        .withColumn(EVENT_DATE, explode(sequence(col(EVENT_DATE), col(LAST_DATE))));
  }

  private static Column lower(double factor, int deviations) {
    Column usual = col(USUAL_EVENTS);
    Column bound = least(usual.divide(factor), usual.minus(spread().multiply(deviations)));
    return when(usual.isNotNull(), greatest(bound, lit(0.0)));
  }

  private static Column upper(double factor, int deviations) {
    Column usual = col(USUAL_EVENTS);
    Column bound = greatest(usual.multiply(factor), usual.plus(spread().multiply(deviations)));
    return when(usual.isNotNull(), bound);
  }

  /** Standard deviation of a count that comes by chance; one more, so that zero has some too. */
  private static Column spread() {
    return sqrt(col(USUAL_EVENTS).plus(1));
  }

  /** Events of the last day may still come, so that it cannot have too few. */
  private static Column state() {
    Column events = col(EVENTS);
    Column isOver = not(col(IS_PROVISIONAL));
    return when(col(USUAL_EVENTS).isNull(), "unknown")
        .when(events.gt(col(FAIL_ABOVE)).or(isOver.and(events.lt(col(FAIL_BELOW)))), "fail")
        .when(events.gt(col(WARN_ABOVE)).or(isOver.and(events.lt(col(WARN_BELOW)))), "warn")
        .otherwise("ok");
  }
}
