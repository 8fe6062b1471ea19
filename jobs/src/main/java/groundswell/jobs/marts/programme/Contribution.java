package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.marts.measure.Wilson;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was contributed in each week, by whom, and over how few shoulders it is spread. Grain: one
 * row per (community_id, week_date, contribution_type, actor_kind), all standing for each of the
 * latter. Contract: {@code mart.contribution}.
 */
public final class Contribution {
  private Contribution() {}

  /** Builds the mart from {@code core.fact_contribution}; reads nothing else. */
  public static Dataset<Row> from(Dataset<Row> contributions) {
    Dataset<Row> weekByWeek =
        contributions
            .select(Contributed.columns())
            .repartition(Fold.columns(Contributed.WEEK))
            .sortWithinPartitions(Fold.columns(Contributed.WEEK));
    return Fold.partitions(weekByWeek, ContributionTally.SCHEMA, ContributionWeeks::new)
        .select(columns());
  }

  private static Column[] columns() {
    Column ratio = Share.of(FAN_SUBMITTED, STAFF_SUBMITTED);
    return new Column[] {
      col(COMMUNITY_ID),
      col(WEEK_DATE),
      col(CONTRIBUTION_TYPE),
      col(ACTOR_KIND),
      col(SUBMITTED),
      col(ACCEPTED_CONTRIBUTIONS),
      Share.of(ACCEPTED_CONTRIBUTIONS, SUBMITTED).as(ACCEPTANCE_RATE),
      Wilson.low(col(ACCEPTED_CONTRIBUTIONS), col(SUBMITTED)).as(ACCEPTANCE_LOW),
      Wilson.high(col(ACCEPTED_CONTRIBUTIONS), col(SUBMITTED)).as(ACCEPTANCE_HIGH),
      col(ACCEPTED_UNSEEN),
      col(FAN_SUBMITTED),
      col(STAFF_SUBMITTED),
      when(col(ACTOR_KIND).equalTo("all"), ratio).as(FAN_STAFF_RATIO),
      col(CONTRIBUTORS),
      col(GINI),
      col(CORE_CONTRIBUTORS),
      col(REGULAR_CONTRIBUTORS),
      col(CASUAL_CONTRIBUTORS),
      col(BUS_FACTOR)
    };
  }
}
