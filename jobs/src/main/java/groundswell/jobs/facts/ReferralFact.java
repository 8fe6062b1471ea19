package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What happened to referral codes. Grain: one row per (community_id, event_id). Contract: {@code
 * contracts/core.fact_referral.odcs.yaml}.
 */
public final class ReferralFact {
  private static final String COMMISSION = "commission_paid";

  private ReferralFact() {}

  /** Builds the fact from numbered events; reads no other row than its own. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Column isPaid = col(EVENT_TYPE).equalTo(COMMISSION);
    Column isOwn = col(EVENT_TYPE).isin("referral_shared", COMMISSION);
    return events
        .filter(isOwn.or(col(EVENT_TYPE).isin("referral_clicked", "referral_converted")))
        .filter(col(REFERRAL_CODE).isNotNull().and(not(isPaid).or(col(AMOUNT).isNotNull())))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            col(EVENT_TS),
            col(EVENT_ID),
            kind().as(KIND),
            col(REFERRAL_CODE),
            coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            coalesce(col(ACTOR_KIND), lit("unknown")).as(ACTOR_KIND),
            coalesce(col(ACTOR_RING), lit("unknown")).as(RING),
            when(isOwn, col(ACTOR_NUMBER)).otherwise(col(REFERRER_NUMBER)).as(REFERRER_NUMBER),
            col(ORDER_ID),
            col(SESSION_HINT),
            when(isPaid, col(AMOUNT)).as(AMOUNT),
            when(isPaid, col(CURRENCY)).as(CURRENCY));
  }

  private static Column kind() {
    return when(col(EVENT_TYPE).equalTo(COMMISSION), COMMISSION)
        .otherwise(substring_index(col(EVENT_TYPE), "_", -1));
  }
}
