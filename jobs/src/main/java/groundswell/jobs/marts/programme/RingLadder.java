package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Census of the rings at the end of each week, and how it came about. Grain: one row per
 * (community_id, week_date, ring). Contract: {@code mart.ring_ladder}.
 */
public final class RingLadder {
  private RingLadder() {}

  /**
   * Builds the mart from {@code core.dim_member}; {@code lives} says how long each community lives,
   * {@code activeRings} are those of {@link groundswell.jobs.marts.measure.ActiveRings}.
   */
  public static Dataset<Row> from(
      Dataset<Row> dimMember, Dataset<Row> lives, Dataset<Row> activeRings) {
    Dataset<Row> memberByMember =
        dimMember
            .filter(Census.isCounted().and(col(JOINED_DATE).isNotNull()))
            .filter(coalesce(col(LEFT_DATE).gt(col(JOINED_DATE)), lit(true)))
            .join(broadcast(lives), COMMUNITY_ID)
            .select(RingVersion.columns())
            .repartition(col(MEMBER_NUMBER), col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID, MEMBER_NUMBER, VALID_FROM_TS);
    Dataset<Row> weekByWeek =
        Fold.partitions(memberByMember, RingMove.SCHEMA, RingMoves::new)
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(Fold.columns(RingMove.ORDER));
    return Fold.partitions(weekByWeek, RingCensus.SCHEMA, RingCensus::new)
        .join(broadcast(activeRings), new String[] {COMMUNITY_ID, WEEK_DATE, RING}, "left")
        .withColumn(ACTIVE_MEMBERS, coalesce(col(ACTIVE_MEMBERS), lit(0L)))
        .withColumn(TARGET_MEMBERS, target())
        .withColumn(TARGET_RATE, Share.of(MEMBERS, TARGET_MEMBERS));
  }

  private static Column target() {
    return when(col(RING).equalTo("core"), 100L)
        .when(col(RING).equalTo("honorary_beta"), 1_000L)
        .when(col(RING).equalTo("dev"), 100_000L)
        .when(col(RING).equalTo("stable"), 10_000_000L);
  }
}
