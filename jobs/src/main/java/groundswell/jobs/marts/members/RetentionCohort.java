package groundswell.jobs.marts.members;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.facts.RingHistory;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.memberset.MemberSets;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many of those who joined together were active k spans later. Grain: one row per
 * (community_id, span, cohort_start_date, entry_channel, ring_at_join, spans_since). Contract:
 * {@code mart.retention_cohort}.
 */
public final class RetentionCohort {
  /** Highest k of the mart: a year of weeks, three years of months. */
  static final int WEEKS = 52;

  static final int MONTHS = 36;

  private static final String ACTIVE = "active_set";
  private static final String CELLS = "cells";
  private static final String[] COHORT = {
    COMMUNITY_ID, SPAN, COHORT_START_DATE, ENTRY_CHANNEL, RING_AT_JOIN
  };

  private RetentionCohort() {}

  /** Builds the mart from {@link ChannelSpans} and {@code core.dim_member}. */
  public static Dataset<Row> from(Dataset<Row> channelSpans, Dataset<Row> dimMember) {
    return cells(cohorts(members(dimMember)), spans(channelSpans))
        .groupBy(cohortColumns())
        .agg(
            max(COHORT_MEMBERS).as(COHORT_MEMBERS),
            sort_array(collect_list(struct(col(SPANS_SINCE), col(IS_CENSORED), col(ACTIVE))))
                .as(CELLS))
        .select(columnsAnd(inline(RetentionCells.of(col(CELLS)))))
        .filter(col(SPANS_SINCE).leq(when(isWeek(), WEEKS).otherwise(MONTHS)));
  }

  /** Members who count and have joined, with the ring they joined in. */
  private static Dataset<Row> members(Dataset<Row> dimMember) {
    return dimMember
        .filter(Census.isCounted().and(col(JOINED_DATE).isNotNull()))
        .groupBy(MEMBER_NUMBER, COMMUNITY_ID)
        .agg(
            max(JOINED_DATE).as(JOINED_DATE),
            max(JOINED_TS).as(JOINED_TS),
            max(ENTRY_CHANNEL).as(ENTRY_CHANNEL),
            RingHistory.of(VALID_FROM_TS).as("rings"))
        .withColumn(RING_AT_JOIN, RingHistory.at(col("rings"), col(JOINED_TS)));
  }

  private static Dataset<Row> cohorts(Dataset<Row> members) {
    return members
        .withColumn(SPAN, explode(array(lit(ChannelSpans.WEEK), lit(ChannelSpans.MONTH))))
        .withColumn(COHORT_START_DATE, ChannelSpans.startOfSpan(col(JOINED_DATE)))
        .groupBy(cohortColumns())
        .agg(MemberSets.setOf(col(MEMBER_NUMBER)).as("cohort_set"))
        .withColumn(COHORT_MEMBERS, MemberSets.size(col("cohort_set")));
  }

  private static Dataset<Row> spans(Dataset<Row> channelSpans) {
    return channelSpans
        .filter(col(CHANNEL).equalTo(Census.ALL_CHANNELS))
        .select(
            col(COMMUNITY_ID),
            col(SPAN),
            col(SPAN_START_DATE),
            col(MEMBER_BITMAP),
            not(col(IS_COMPLETE)).as(IS_CENSORED));
  }

  /** Who of the cohort was active in each span from that of joining on. */
  private static Dataset<Row> cells(Dataset<Row> cohorts, Dataset<Row> spans) {
    return cohorts
        .join(spans, new String[] {COMMUNITY_ID, SPAN})
        .filter(col(SPAN_START_DATE).geq(col(COHORT_START_DATE)))
        .withColumn(SPANS_SINCE, spansSince())
        .withColumn(ACTIVE, MemberSets.overlap(col("cohort_set"), col(MEMBER_BITMAP)));
  }

  private static Column spansSince() {
    Column weeks = datediff(col(SPAN_START_DATE), col(COHORT_START_DATE)).divide(7).cast("int");
    return when(isWeek(), weeks)
        .otherwise(monthNumber(SPAN_START_DATE).minus(monthNumber(COHORT_START_DATE)));
  }

  private static Column monthNumber(String date) {
    return year(col(date)).multiply(12).plus(month(col(date)));
  }

  private static Column isWeek() {
    return col(SPAN).equalTo(ChannelSpans.WEEK);
  }

  private static Column[] cohortColumns() {
    return Arrays.stream(COHORT).map(name -> col(name)).toArray(Column[]::new);
  }

  private static Column[] columnsAnd(Column generated) {
    Column[] columns = Arrays.copyOf(cohortColumns(), COHORT.length + 2);
    columns[COHORT.length] = col(COHORT_MEMBERS);
    columns[COHORT.length + 1] = generated;
    return columns;
  }
}
