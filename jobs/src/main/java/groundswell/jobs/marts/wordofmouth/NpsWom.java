package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.facts.ChannelDimension;
import groundswell.jobs.marts.measure.Audience;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Would they recommend us, and how far do those reach who would not. Grain: one row per
 * (community_id, week_date, ring, channel), all for any. Contract: {@code
 * contracts/mart.nps_wom.odcs.yaml}.
 */
public final class NpsWom {
  private static final String[] CELL = {COMMUNITY_ID, WEEK_DATE, RING, CHANNEL};
  private static final String ANSWER = "answer";
  private static final String WHERE = "where_reached";
  private static final String WHEN = "when_reached";
  private static final int LEAST_PROMOTER = 9;
  private static final int MOST_DETRACTOR = 6;

  private NpsWom() {}

  /**
   * Builds the mart from {@code fact_survey}, {@link Audience} and {@link
   * groundswell.jobs.marts.measure.ActiveRings}.
   */
  public static Dataset<Row> from(
      Dataset<Row> surveys, Dataset<Row> audience, Dataset<Row> ringWeeks) {
    Dataset<Row> answers = lastAnswers(surveys);
    return scores(answers)
        .join(negativeReach(answers, audience), CELL, "left")
        .join(broadcast(ringWeeks), new String[] {COMMUNITY_ID, WEEK_DATE, RING}, "left")
        .select(columns());
  }

  /** The last answer of each member in each week; each anonymous one stands for somebody. */
  private static Dataset<Row> lastAnswers(Dataset<Row> surveys) {
    Column who = coalesce(col(MEMBER_NUMBER).cast("string"), col(EVENT_ID));
    return surveys
        .filter(col(KIND).equalTo("nps").and(Census.isCounted()))
        .groupBy(col(COMMUNITY_ID), trunc(col(EVENT_DATE), "week").as(WEEK_DATE), who.as(EVENT_ID))
        .agg(max(struct(EVENT_TS, EVENT_ID, RING, CHANNEL, SCORE, MEMBER_NUMBER)).as(ANSWER))
        .select(col(COMMUNITY_ID), col(WEEK_DATE), col(ANSWER + ".*"));
  }

  private static Dataset<Row> scores(Dataset<Row> answers) {
    return inWiderCells(answers)
        .groupBy(CELL[0], CELL[1], CELL[2], CELL[3])
        .agg(
            count(lit(1)).as(RESPONDENTS),
            count_if(col(SCORE).geq(LEAST_PROMOTER)).as(PROMOTERS),
            count_if(col(SCORE).leq(MOST_DETRACTOR)).as(DETRACTORS));
  }

  /** Whom the detractors of each cell reached in the four weeks after their answer. */
  private static Dataset<Row> negativeReach(Dataset<Row> answers, Dataset<Row> audience) {
    Dataset<Row> detractors = answers.filter(col(SCORE).leq(MOST_DETRACTOR)).drop(SCORE, EVENT_ID);
    Dataset<Row> occasions =
        audience
            .withColumnRenamed(AUTHOR_NUMBER, MEMBER_NUMBER)
            .withColumnRenamed(CHANNEL, WHERE)
            .withColumnRenamed(EVENT_TS, WHEN);
    Column isAfter =
        col(WHEN)
            .gt(col(EVENT_TS))
            .and(col(WHEN).leq(col(EVENT_TS).plus(expr("INTERVAL 28 DAYS"))));
    Column isPublic = col(WHERE).isin(ChannelDimension.inPublic().toArray());
    Column reached = col(Audience.REACHED_NUMBER);
    return inWiderCells(
            occasions
                .join(broadcast(detractors), new String[] {COMMUNITY_ID, MEMBER_NUMBER})
                .filter(isAfter))
        .groupBy(CELL[0], CELL[1], CELL[2], CELL[3])
        .agg(
            MemberSets.size(MemberSets.setOf(reached)).as(NEGATIVE_REACH),
            MemberSets.size(MemberSets.setOf(when(isPublic, reached)))
                .as(NEGATIVE_REACH_IN_PUBLIC));
  }

  /** Each row in its own cell and in those of any ring and any channel. */
  private static Dataset<Row> inWiderCells(Dataset<Row> rows) {
    return rows.withColumn(RING, explode(array(col(RING), lit("all"))))
        .withColumn(CHANNEL, explode(array(col(CHANNEL), lit("all"))));
  }

  private static Column[] columns() {
    Column active = coalesce(col(ACTIVE_MEMBERS), lit(0L));
    Column promoters = col(PROMOTERS);
    Column detractors = col(DETRACTORS);
    return new Column[] {
      col(COMMUNITY_ID),
      col(WEEK_DATE),
      col(RING),
      col(CHANNEL),
      col(RESPONDENTS),
      promoters,
      col(RESPONDENTS).minus(promoters).minus(detractors).as(PASSIVES),
      detractors,
      NetPromoter.score(promoters, detractors, col(RESPONDENTS)).as(NET_PROMOTER_SCORE),
      NetPromoter.low(promoters, detractors, col(RESPONDENTS)).as(NET_PROMOTER_LOW),
      NetPromoter.high(promoters, detractors, col(RESPONDENTS)).as(NET_PROMOTER_HIGH),
      active.as(ACTIVE_MEMBERS),
      Share.of(col(RESPONDENTS), active).as(RESPONSE_RATE),
      coalesce(col(NEGATIVE_REACH), lit(0L)).as(NEGATIVE_REACH),
      coalesce(col(NEGATIVE_REACH_IN_PUBLIC), lit(0L)).as(NEGATIVE_REACH_IN_PUBLIC)
    };
  }
}
