package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Word of mouth by referral codes. Grain: one row per (community_id, week_date, channel, ring), by
 * the share. Contract: {@code contracts/mart.referral.odcs.yaml}.
 */
public final class Referral {
  private Referral() {}

  /**
   * Builds the mart from {@code fact_referral}, the currencies in {@code dim_community} and {@link
   * groundswell.jobs.marts.measure.ActiveRings}.
   */
  public static Dataset<Row> from(
      Dataset<Row> referrals, Dataset<Row> communities, Dataset<Row> ringWeeks) {
    Dataset<Row> money =
        communities.select(col(COMMUNITY_ID), col(CURRENCY).as(CodeEvent.HOME_CURRENCY));
    Dataset<Row> oneAfterAnother =
        referrals
            .join(broadcast(money), COMMUNITY_ID)
            .withColumn(WEEK_DATE, trunc(col(EVENT_DATE), "week"))
            .select(CodeEvent.columns())
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(
                col(COMMUNITY_ID), col(EVENT_TS), col(KIND).desc(), col(EVENT_ID));
    return Fold.partitions(oneAfterAnother, ReferralTally.SCHEMA, ReferralTrees::new)
        .join(broadcast(ringWeeks), new String[] {COMMUNITY_ID, WEEK_DATE, RING}, "left")
        .withColumn(ACTIVE_MEMBERS, coalesce(col(ACTIVE_MEMBERS), lit(0L)))
        .select(columns());
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(WEEK_DATE),
      col(CHANNEL),
      col(RING),
      col(ACTIVE_MEMBERS),
      col(SHARERS),
      col(INVITES),
      Share.of(INVITES, ACTIVE_MEMBERS).as(INVITES_PER_ACTIVE),
      col(CLICKS),
      col(CONVERSIONS),
      Share.of(CONVERSIONS, INVITES).as(CONVERSIONS_PER_INVITE),
      Share.of(CONVERSIONS, ACTIVE_MEMBERS).as(K_FACTOR),
      col(WINDOW_CONVERSIONS),
      Share.of(WINDOW_CONVERSIONS, ACTIVE_MEMBERS).as(WINDOW_K_FACTOR),
      col(CYCLE_SECONDS_P50),
      col(TREE_DEPTH),
      col(FIRST_GENERATION),
      col(SECOND_GENERATION),
      col(LATER_GENERATIONS),
      col(COMMISSIONS),
      col(COMMISSION_AMOUNT),
      col(CURRENCY),
      col(OTHER_CURRENCY_COMMISSIONS),
      col(SELF_REFERRALS),
      col(SAME_SESSION_CONVERSIONS),
      col(STAFF_CONVERSIONS),
      col(ORPHAN_CONVERSIONS)
    };
  }
}
