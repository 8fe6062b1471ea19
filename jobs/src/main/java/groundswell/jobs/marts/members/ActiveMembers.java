package groundswell.jobs.marts.members;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Daily, weekly and monthly active members, gap-free. Grain: one row per (community_id, event_date,
 * channel). Contract: {@code mart.active_members}.
 */
public final class ActiveMembers {
  private ActiveMembers() {}

  /** Builds the mart from {@link ChannelDays}: weeks and months are unions of daily sets. */
  public static Dataset<Row> from(Dataset<Row> channelDays) {
    Column monthlySize = MemberSets.size(MemberSets.union(col(MEMBER_BITMAP)).over(month()));
    Column weeklySize = MemberSets.size(MemberSets.union(col(MEMBER_BITMAP)).over(week()));
    return everyDay(channelDays)
        .withColumn(DAILY_ACTIVE_MEMBERS, MemberSets.size(col(MEMBER_BITMAP)))
        .withColumn(WEEKLY_ACTIVE_MEMBERS, weeklySize)
        .withColumn(MONTHLY_ACTIVE_MEMBERS, monthlySize)
        .withColumn(DAYS_IN_MONTH, count("*").over(month()).cast("int"))
        .withColumn(STICKINESS, share(DAILY_ACTIVE_MEMBERS, MONTHLY_ACTIVE_MEMBERS))
        .withColumn(DAILY_ACTIVE_SUM, sum(DAILY_ACTIVE_MEMBERS).over(month()))
        .withColumn(MONTHLY_ACTIVE_SUM, sum(MONTHLY_ACTIVE_MEMBERS).over(month()))
        .withColumn(STICKINESS_RATIO_OF_AVERAGES, share(DAILY_ACTIVE_SUM, MONTHLY_ACTIVE_SUM))
        .withColumn(STICKINESS_AVERAGE_OF_RATIOS, avg(STICKINESS).over(month()))
        .drop(MEMBER_BITMAP);
  }

  private static Dataset<Row> everyDay(Dataset<Row> channelDays) {
    return Census.days(channelDays)
        .join(Census.channels(channelDays), COMMUNITY_ID)
        .join(channelDays, new String[] {COMMUNITY_ID, EVENT_DATE, CHANNEL}, "left")
        .select(COMMUNITY_ID, EVENT_DATE, CHANNEL, MEMBER_BITMAP);
  }

  private static WindowSpec week() {
    return lastDays(7);
  }

  private static WindowSpec month() {
    return lastDays(30);
  }

  /** Rows are days here, for every day has one. */
  private static WindowSpec lastDays(int days) {
    return Window.partitionBy(COMMUNITY_ID, CHANNEL)
        .orderBy(EVENT_DATE)
        .rowsBetween(1 - days, Window.currentRow());
  }

  private static Column share(String part, String whole) {
    return when(col(whole).gt(0), col(part).divide(col(whole)));
  }
}
