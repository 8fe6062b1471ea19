package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How much is said of us and of rivals, and what joining members cost. Grain: one row per
 * (community_id, week_date, channel, brand). Contract: {@code
 * contracts/mart.share_of_voice.odcs.yaml}.
 */
public final class ShareOfVoice {
  private static final String HOME_CURRENCY = "home_currency";

  private ShareOfVoice() {}

  /**
   * Builds the mart from {@code fact_market}, {@code fact_post}, {@code dim_member} and the
   * currencies in {@code dim_community}, for communities that watch the market.
   */
  public static Dataset<Row> from(
      Dataset<Row> market, Dataset<Row> posts, Dataset<Row> dimMember, Dataset<Row> communities) {
    Dataset<Row> watching =
        communities
            .select(col(COMMUNITY_ID), col(CURRENCY).as(HOME_CURRENCY))
            .join(market.select(COMMUNITY_ID).distinct(), COMMUNITY_ID);
    Dataset<Row> cellByCell =
        ofMarket(market)
            .unionByName(ownPosts(posts), true)
            .unionByName(joins(dimMember), true)
            .join(broadcast(watching), COMMUNITY_ID)
            .withColumn(WEEK_DATE, trunc(col(EVENT_DATE), "week"))
            .select(Voice.columns(HOME_CURRENCY))
            .repartition(col(WEEK_DATE), col(CHANNEL), col(COMMUNITY_ID))
            .sortWithinPartitions(Voice.inOrder());
    return Fold.partitions(cellByCell, VoiceCell.SCHEMA, VoiceCells::new).select(columns());
  }

  private static Dataset<Row> ofMarket(Dataset<Row> market) {
    Column isMention = col(KIND).equalTo("mention");
    return market
        .filter(isMention.or(col(KIND).equalTo("spend")))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(CHANNEL),
            when(isMention, Voice.RIVAL).otherwise(Voice.SPENT).as(Voice.WHAT),
            col(BRAND),
            col(IS_PAID_MEDIA),
            col(EVENT_TS),
            col(EVENT_ID),
            col(MENTION_COUNT).as(Voice.NUMBER),
            col(AMOUNT),
            col(CURRENCY));
  }

  /** What members write in the community is said of us. */
  private static Dataset<Row> ownPosts(Dataset<Row> posts) {
    return posts
        .filter(not(col(IS_REMOVED)).and(Census.isCounted(AUTHOR_KIND)))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(CHANNEL),
            lit(Voice.POST).as(Voice.WHAT),
            coalesce(col(IS_REWARDED), lit(false)).as(IS_PAID_MEDIA),
            lit(1L).as(Voice.NUMBER));
  }

  private static Dataset<Row> joins(Dataset<Row> dimMember) {
    return dimMember
        .filter(Census.isCounted().and(col(IS_CURRENT)).and(col(JOINED_DATE).isNotNull()))
        .select(
            col(COMMUNITY_ID),
            col(JOINED_DATE).as(EVENT_DATE),
            col(ENTRY_CHANNEL).as(CHANNEL),
            lit(Voice.JOIN).as(Voice.WHAT),
            when(col(INVITER_NUMBER).isNull(), 0L).otherwise(1L).as(Voice.NUMBER));
  }

  private static Column[] columns() {
    Column isShared = col(VoiceCell.RIVALS_COUNTED);
    return new Column[] {
      col(COMMUNITY_ID),
      col(WEEK_DATE),
      col(CHANNEL),
      col(BRAND),
      col(MENTIONS),
      col(PAID_MENTIONS),
      col(WEEK_MENTIONS),
      when(isShared, Share.of(MENTIONS, WEEK_MENTIONS)).as(SHARE_OF_VOICE),
      col(JOINS),
      col(INVITED_JOINS),
      col(ADVERTISED_JOINS),
      Share.of(ADVERTISED_JOINS, JOINS).as(ADVERTISED_JOIN_SHARE),
      col(SPEND_AMOUNT),
      col(CURRENCY),
      col(OTHER_CURRENCY_SPENDS),
      Share.of(SPEND_AMOUNT, JOINS).as(ACQUISITION_COST)
    };
  }
}
