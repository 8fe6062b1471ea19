package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What internet services earned. Grain: one row per (community_id, event_id). Contract: {@code
 * contracts/core.fact_service_charge.odcs.yaml}.
 */
public final class ServiceChargeFact {
  private ServiceChargeFact() {}

  /** Builds the fact from numbered events; reads no other row than its own. */
  public static Dataset<Row> from(Dataset<Row> events) {
    return events
        .withColumn(KIND, kind())
        .filter(col(KIND).isNotNull())
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            coalesce(col(SERVICE), lit("unknown")).as(SERVICE),
            col(KIND),
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            coalesce(col(ACTOR_RING), lit("unknown")).as(RING),
            col(AMOUNT),
            when(col(AMOUNT).isNotNull(), col(CURRENCY)).as(CURRENCY),
            col(PERIOD_START),
            col(PERIOD_MONTHS),
            col(EVENT_TS),
            col(EVENT_ID));
  }

  private static Column kind() {
    return when(col(EVENT_TYPE).equalTo("service_subscribed"), "subscribed")
        .when(col(EVENT_TYPE).equalTo("service_charged"), "charged")
        .when(col(EVENT_TYPE).equalTo("service_refunded"), "refunded")
        .when(col(EVENT_TYPE).equalTo("ad_revenue_allocated"), "ad_revenue");
  }
}
