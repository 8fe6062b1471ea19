package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The first adoption of each member. Grain: one row per (community_id, member_number). Contract:
 * {@code contracts/core.fact_adoption.odcs.yaml}.
 */
public final class AdoptionFact {
  private static final String ADOPTION = "adoption";
  private static final String CREDIT = "credit";

  private AdoptionFact() {}

  /**
   * Builds the fact from the numbered events and {@code fact_order_line} of whole communities, and
   * {@code dim_community}, which says what adopting is.
   */
  public static Dataset<Row> from(
      Dataset<Row> events, Dataset<Row> orderLines, Dataset<Row> communities) {
    Dataset<Row> rules = broadcast(rules(communities));
    return adoptingEvents(events, rules)
        .unionByName(adoptingOrders(orderLines, rules))
        .unionByName(credits(events))
        .groupBy(COMMUNITY_ID, MEMBER_NUMBER)
        .agg(min(ADOPTION).as(ADOPTION), min(CREDIT).as(CREDIT))
        .filter(col(ADOPTION).isNotNull())
        .select(
            col(COMMUNITY_ID),
            col(ADOPTION + "." + EVENT_DATE),
            col(ADOPTION + "." + PERIOD),
            col(MEMBER_NUMBER),
            col(ADOPTION + "." + ADOPTED_TS),
            col(ADOPTION + "." + CHANNEL),
            col(CREDIT + "." + REFERRER_NUMBER));
  }

  private static Dataset<Row> rules(Dataset<Row> communities) {
    return communities.select(
        col(COMMUNITY_ID),
        split(col(ADOPTION_EVENT_TYPES), "\\s*,\\s*").as(ADOPTION_EVENT_TYPES),
        col(ADOPTION_SKU_CATEGORY),
        col(STORAGE_PERIOD));
  }

  /** Events that adopt by themselves; orders adopt by their lines, which know the category. */
  private static Dataset<Row> adoptingEvents(Dataset<Row> events, Dataset<Row> rules) {
    return events
        .filter(
            col(ACTOR_NUMBER)
                .isNotNull()
                .and(not(col(EVENT_TYPE).isin("order_placed", "order_paid"))))
        .select(
            COMMUNITY_ID, EVENT_TYPE, EVENT_TS, EVENT_ID, EVENT_DATE, PERIOD, CHANNEL, ACTOR_NUMBER)
        .join(rules, COMMUNITY_ID)
        .filter(array_contains(col(ADOPTION_EVENT_TYPES), col(EVENT_TYPE)))
        .select(
            candidate(
                col(ACTOR_NUMBER), col(EVENT_TS), col(EVENT_ID), col(EVENT_DATE), col(PERIOD)));
  }

  private static Dataset<Row> adoptingOrders(Dataset<Row> orderLines, Dataset<Row> rules) {
    Dataset<Row> lines =
        orderLines
            .filter(col(MEMBER_NUMBER).isNotNull().and(col(PLACED_TS).isNotNull()))
            .join(rules, COMMUNITY_ID)
            .filter(
                col(ADOPTION_SKU_CATEGORY)
                    .isNull()
                    .or(col(ADOPTION_SKU_CATEGORY).equalTo(col(CATEGORY))));
    Column line = format_string("%s#%010d", col(ORDER_ID), col(LINE_NO));
    Dataset<Row> paid =
        lines
            .filter(adoptsBy("order_paid").and(col(PAID_TS).isNotNull()))
            .select(
                candidate(
                    col(MEMBER_NUMBER),
                    col(PAID_TS),
                    line,
                    col(PAID_DATE),
                    StoragePeriod.of(col(PAID_DATE), col(STORAGE_PERIOD))));
    Dataset<Row> placed =
        lines
            .filter(adoptsBy("order_placed").and(col(CANCELLED_TS).isNull()))
            .select(
                candidate(col(MEMBER_NUMBER), col(PLACED_TS), line, col(ORDER_DATE), col(PERIOD)));
    return paid.unionByName(placed);
  }

  private static Column adoptsBy(String eventType) {
    return array_contains(col(ADOPTION_EVENT_TYPES), eventType);
  }

  private static Column[] candidate(
      Column member, Column moment, Column tieBreak, Column date, Column period) {
    Column adoption =
        struct(
            moment.as(ADOPTED_TS),
            tieBreak.as("tie_break"),
            date.as(EVENT_DATE),
            period.as(PERIOD),
            coalesce(col(CHANNEL), lit("unknown")).as(CHANNEL));
    Column noCredit =
        lit(null).cast("struct<event_ts:timestamp,event_id:string,referrer_number:int>");
    return new Column[] {
      col(COMMUNITY_ID), member.as(MEMBER_NUMBER), adoption.as(ADOPTION), noCredit.as(CREDIT)
    };
  }

  /** The member's first converted referral, whenever the referral system booked it. */
  private static Dataset<Row> credits(Dataset<Row> events) {
    Column noAdoption =
        lit(null)
            .cast(
                "struct<adopted_ts:timestamp,tie_break:string,event_date:date,period:date,"
                    + "channel:string>");
    return events
        .filter(
            col(EVENT_TYPE)
                .equalTo("referral_converted")
                .and(col(REFERRER_NUMBER).notEqual(col(ACTOR_NUMBER))))
        .select(
            col(COMMUNITY_ID),
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            noAdoption.as(ADOPTION),
            struct(EVENT_TS, EVENT_ID, REFERRER_NUMBER).as(CREDIT));
  }
}
