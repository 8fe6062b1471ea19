package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.marts.measure.Wilson;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of those whom the programme sought out. Grain: one row per (community_id, entry_step,
 * week_date, funnel_step). Contract: {@code mart.seeding_funnel}.
 */
public final class SeedingFunnel {
  private static final int DAYS_TO_SUNDAY = 6;

  private SeedingFunnel() {}

  /** Builds the mart from {@code core.fact_milestone}; {@code lives} says how far data reach. */
  public static Dataset<Row> from(Dataset<Row> milestones, Dataset<Row> lives) {
    Dataset<Row> memberByMember =
        milestones
            .filter(Census.isCounted())
            .select(COMMUNITY_ID, MEMBER_NUMBER, MILESTONE, REACHED_TS, REACHED_DATE)
            .repartition(col(MEMBER_NUMBER), col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID, MEMBER_NUMBER);
    Dataset<Row> cohortByCohort =
        Fold.partitions(memberByMember, SeedingPath.SCHEMA, SeedingPaths::new)
            .repartition(Fold.columns(SeedingPath.COHORT))
            .sortWithinPartitions(Fold.columns(SeedingPath.COHORT));
    return Fold.partitions(cohortByCohort, SeedingCohorts.SCHEMA, SeedingCohorts::new)
        .join(broadcast(lives), new String[] {COMMUNITY_ID}, "left")
        .select(columns());
  }

  private static Column[] columns() {
    Column windowEnd = date_add(col(WEEK_DATE), DAYS_TO_SUNDAY + SeedingPaths.WINDOW_DAYS);
    Column isObserved = coalesce(windowEnd.leq(col(Census.LAST_DATE)), lit(false));
    return new Column[] {
      col(COMMUNITY_ID),
      col(ENTRY_STEP),
      col(WEEK_DATE),
      col(FUNNEL_STEP),
      col(BASE_STEP),
      col(CONVERSION_WINDOW_DAYS),
      not(isObserved).as(IS_CENSORED),
      col(COHORT_MEMBERS),
      col(BASE_MEMBERS),
      col(MEMBERS_REACHED),
      Share.of(MEMBERS_REACHED, BASE_MEMBERS).as(STEP_RATE),
      Share.of(MEMBERS_REACHED, COHORT_MEMBERS).as(OVERALL_RATE),
      Wilson.low(col(MEMBERS_REACHED), col(COHORT_MEMBERS)).as(OVERALL_LOW),
      Wilson.high(col(MEMBERS_REACHED), col(COHORT_MEMBERS)).as(OVERALL_HIGH),
      col(STEP_SECONDS_P50),
      col(STEP_SECONDS_MEAN),
      col(OVERALL_SECONDS_P50),
      col(OVERALL_SECONDS_MEAN)
    };
  }
}
