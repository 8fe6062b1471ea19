package groundswell.jobs.marts.members;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Members who count per ISO week and calendar month. Grain: one row per (community_id, span,
 * span_start_date, channel) over the whole life of the community; the set is null in a span without
 * activity.
 */
public final class ChannelSpans {
  static final String DAY_SETS = "day_sets";
  static final String WEEK = "week";
  static final String MONTH = "month";

  private static final String[] GRAIN = {COMMUNITY_ID, SPAN, SPAN_START_DATE, CHANNEL};

  private ChannelSpans() {}

  /** Groups {@link ChannelDays} into spans: the set of each day, and their union. */
  public static Dataset<Row> from(Dataset<Row> channelDays) {
    return calendar(channelDays)
        .join(active(channelDays), GRAIN, "left")
        .select(
            col(COMMUNITY_ID),
            col(SPAN),
            col(SPAN_START_DATE),
            col(CHANNEL),
            col(IS_COMPLETE),
            col(DAY_SETS),
            col(MEMBER_BITMAP));
  }

  private static Dataset<Row> active(Dataset<Row> channelDays) {
    return channelDays
        .withColumn(SPAN, explode(array(lit(WEEK), lit(MONTH))))
        .withColumn(SPAN_START_DATE, startOfSpan(col(EVENT_DATE)))
        .groupBy(COMMUNITY_ID, SPAN, SPAN_START_DATE, CHANNEL)
        .agg(
            collect_list(MEMBER_BITMAP).as(DAY_SETS),
            MemberSets.union(col(MEMBER_BITMAP)).as(MEMBER_BITMAP));
  }

  private static Dataset<Row> calendar(Dataset<Row> channelDays) {
    Column first = startOfSpan(col(Census.FIRST_DATE));
    Column weeks = sequence(first, col(Census.LAST_DATE), expr("INTERVAL 7 DAYS"));
    Column months = sequence(first, col(Census.LAST_DATE), expr("INTERVAL 1 MONTH"));
    return Census.life(channelDays)
        .withColumn(SPAN, explode(array(lit(WEEK), lit(MONTH))))
        .withColumn(
            SPAN_START_DATE, explode(when(col(SPAN).equalTo(WEEK), weeks).otherwise(months)))
        .withColumn(IS_COMPLETE, endOfSpan().leq(col(Census.LAST_DATE)))
        .drop(Census.FIRST_DATE, Census.LAST_DATE)
        .join(Census.channels(channelDays), COMMUNITY_ID);
  }

  /** First day of the span of kind {@code span} that holds the date. */
  static Column startOfSpan(Column date) {
    return when(col(SPAN).equalTo(WEEK), trunc(date, WEEK)).otherwise(trunc(date, MONTH));
  }

  private static Column endOfSpan() {
    return when(col(SPAN).equalTo(WEEK), date_add(col(SPAN_START_DATE), 6))
        .otherwise(date_add(add_months(col(SPAN_START_DATE), 1), -1));
  }
}
