package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rivals' mentions and prices, and advertising. Grain: one row per (community_id, event_id).
 * Contract: {@code contracts/core.fact_market.odcs.yaml}.
 */
public final class MarketFact {
  private MarketFact() {}

  /** Builds the fact from numbered events; reads no other row than its own. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Column isMention = col(KIND).equalTo("mention");
    Column isPrice = col(KIND).equalTo("price");
    Column isSpend = col(KIND).equalTo("spend");
    Column number =
        when(isMention, col(MENTION_COUNT)).when(isPrice, col(UNIT_PRICE)).otherwise(col(AMOUNT));
    return events
        .withColumn(KIND, kind())
        .filter(col(KIND).isNotNull().and(number.isNotNull()))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(PERIOD),
            col(EVENT_TS),
            col(EVENT_ID),
            col(KIND),
            coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL),
            when(not(isSpend), coalesce(col(BRAND), lit("unknown"))).as(BRAND),
            coalesce(when(isPrice, col(CATEGORY)), lit("unknown")).as(CATEGORY),
            when(isPrice, coalesce(col(SKU), col(OBJECT_ID))).as(SKU),
            when(isSpend, col(CAMPAIGN_ID)).as(CAMPAIGN_ID),
            when(isMention, col(MENTION_COUNT)).as(MENTION_COUNT),
            isSpend.or(coalesce(col(IS_PAID_MEDIA), lit(false))).as(IS_PAID_MEDIA),
            when(isPrice, col(UNIT_PRICE)).as(UNIT_PRICE),
            when(isSpend, col(AMOUNT)).as(AMOUNT),
            when(not(isMention), col(CURRENCY)).as(CURRENCY));
  }

  private static Column kind() {
    return when(col(EVENT_TYPE).equalTo("competitor_mention_counted"), "mention")
        .when(col(EVENT_TYPE).equalTo("market_price_observed"), "price")
        .when(col(EVENT_TYPE).equalTo("paid_media_spent"), "spend");
  }
}
