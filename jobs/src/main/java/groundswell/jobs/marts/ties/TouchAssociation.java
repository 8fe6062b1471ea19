package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.marts.measure.Wilson;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How moves up are associated with touches before them. Grain: one row per (community_id,
 * touch_kind, tie_state), tie_state all for every state. Contract: {@code mart.touch_association}.
 */
public final class TouchAssociation {
  private TouchAssociation() {}

  /**
   * Builds the mart from {@code core.fact_tie_state} and {@code core.fact_touch}; {@code lives}
   * says how far the data reach.
   */
  public static Dataset<Row> from(
      Dataset<Row> tieStates, Dataset<Row> touches, Dataset<Row> lives) {
    Dataset<Row> told =
        touches.filter(col(TOUCH_KIND).isin("service_reply_hour", "meetup", "recognition"));
    Dataset<Row> kindByKind =
        Fold.partitions(
                TouchEntry.memberByMember(tieStates, told, lives),
                TouchStratum.SCHEMA,
                TouchStrata::new)
            .repartition(col(TOUCH_KIND), col(COMMUNITY_ID))
            .sortWithinPartitions(Fold.columns(TouchStratum.ORDER));
    return Fold.partitions(kindByKind, TouchRisk.SCHEMA, TouchRisks::new)
        .withColumn(TOUCHED_MOVE_RATE, Share.of(TOUCHED_MOVES, TOUCHED_DAYS))
        .withColumn(TOUCHED_MOVE_LOW, Wilson.low(col(TOUCHED_MOVES), col(TOUCHED_DAYS)))
        .withColumn(TOUCHED_MOVE_HIGH, Wilson.high(col(TOUCHED_MOVES), col(TOUCHED_DAYS)))
        .withColumn(EXPECTED_MOVE_RATE, Share.of(EXPECTED_MOVES, TOUCHED_DAYS))
        .withColumn(RISK_RATIO, ifExpected(col(TOUCHED_MOVES).divide(col(EXPECTED_MOVES))))
        .select(columns());
  }

  private static Column[] columns() {
    Column below = distance(col(TOUCHED_MOVE_RATE).divide(col(TOUCHED_MOVE_LOW)));
    Column above = distance(col(TOUCHED_MOVE_HIGH).divide(col(TOUCHED_MOVE_RATE)));
    Column highest = col(TOUCHED_MOVE_HIGH).divide(col(EXPECTED_MOVE_RATE));
    return new Column[] {
      col(COMMUNITY_ID),
      col(TOUCH_KIND),
      col(TIE_STATE),
      lit(TouchStrata.FOLLOW_UP_DAYS).as(FOLLOW_UP_DAYS),
      col(TOUCHED_DAYS),
      col(TOUCHED_MOVES),
      col(TOUCHED_MOVE_RATE),
      col(TOUCHED_MOVE_LOW),
      col(TOUCHED_MOVE_HIGH),
      col(COMPARABLE_DAYS),
      col(COMPARABLE_MOVES),
      col(EXPECTED_MOVES),
      col(EXPECTED_MOVE_RATE),
      col(RISK_RATIO),
      ifExpected(ifSeen(col(RISK_RATIO).divide(exp(below)), lit(0.0))).as(RISK_RATIO_LOW),
      ifExpected(ifSeen(col(RISK_RATIO).multiply(exp(above)), highest)).as(RISK_RATIO_HIGH),
      col(UNMATCHED_DAYS)
    };
  }

  /**
   * How far an end of the ratio lies from it on the logarithm: the distances of both rates from
   * their ends, squared and added. Source: Zou and Donner (2008), "Construction of confidence
   * limits about effect measures: a general approach", Statistics in Medicine 27(10),
   * doi:10.1002/sim.3095.
   *
   * @param touched the touched rate and its end, the larger over the smaller
   */
  private static Column distance(Column touched) {
    Column expected =
        col(TouchRisk.EXPECTED_VARIANCE).divide(col(EXPECTED_MOVES).multiply(col(EXPECTED_MOVES)));
    return sqrt(pow(ln(touched), lit(2)).plus(expected.multiply(Wilson.Z * Wilson.Z)));
  }

  private static Column ifExpected(Column value) {
    return when(col(EXPECTED_MOVES).gt(0), value);
  }

  private static Column ifSeen(Column seen, Column unseen) {
    return when(col(TOUCHED_MOVES).gt(0), seen).otherwise(unseen);
  }
}
