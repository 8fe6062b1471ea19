package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How strong the tie of each pair is in the latest week. Grain: one row per (community_id,
 * low_number, high_number). Contract: {@code contracts/mart.tie_strength.odcs.yaml}; the thresholds
 * stand there as rules (docs/decisions/0052).
 */
public final class TieStrength {
  private static final String MEMBER = "member";
  private static final String STRONG = "strong_neighbours";

  private TieStrength() {}

  /** Builds the mart from {@code mart.edge_weekly} and the half-lives in {@code dim_community}. */
  public static Dataset<Row> from(Dataset<Row> edges, Dataset<Row> communities) {
    return ofPairs(pairs(edges, communities));
  }

  /** Reads the pairs several times: keep them. */
  static Dataset<Row> ofPairs(Dataset<Row> pairs) {
    return withEmbeddedness(pairs).select(columns());
  }

  /** Both directions and all channels of a pair in one row. */
  static Dataset<Row> pairs(Dataset<Row> edges, Dataset<Row> communities) {
    return Fold.partitions(pairByPair(edges, communities), TiePairs.SCHEMA, TiePairs::new);
  }

  /** Each pair in one task, its edges one after another, channel by channel, week by week. */
  private static Dataset<Row> pairByPair(Dataset<Row> edges, Dataset<Row> communities) {
    Dataset<Row> latest = edges.groupBy(COMMUNITY_ID).agg(max(WEEK_DATE).as(AS_OF_WEEK));
    Dataset<Row> clocks =
        latest.join(communities.select(COMMUNITY_ID, EDGE_HALF_LIFE_DAYS), COMMUNITY_ID);
    return edges
        .join(broadcast(clocks), COMMUNITY_ID)
        .select(
            least(col(SOURCE_NUMBER), col(TARGET_NUMBER)).as(LOW_NUMBER),
            greatest(col(SOURCE_NUMBER), col(TARGET_NUMBER)).as(HIGH_NUMBER),
            col(COMMUNITY_ID),
            col(CHANNEL),
            col(SOURCE_NUMBER),
            col(WEEK_DATE),
            col(WEIGHT),
            col(FIRST_TS),
            col(LAST_TS),
            col(AS_OF_WEEK),
            col(EDGE_HALF_LIFE_DAYS))
        .repartition(col(LOW_NUMBER), col(HIGH_NUMBER))
        .sortWithinPartitions(
            Pairs.inOneNumber(LOW_NUMBER, HIGH_NUMBER),
            col(COMMUNITY_ID),
            col(CHANNEL),
            col(SOURCE_NUMBER),
            col(WEEK_DATE));
  }

  private static Dataset<Row> withEmbeddedness(Dataset<Row> pairs) {
    Dataset<Row> neighbours = strongNeighbours(pairs);
    Column common = size(array_intersect(col("low_" + STRONG), col("high_" + STRONG)));
    return pairs
        .join(neighbours.toDF(COMMUNITY_ID, LOW_NUMBER, "low_" + STRONG), keys(LOW_NUMBER), "left")
        .join(
            neighbours.toDF(COMMUNITY_ID, HIGH_NUMBER, "high_" + STRONG), keys(HIGH_NUMBER), "left")
        .withColumn(EMBEDDEDNESS, coalesce(common.cast("long"), lit(0L)));
  }

  /** The members to whom each member has a strong tie. */
  private static Dataset<Row> strongNeighbours(Dataset<Row> pairs) {
    Dataset<Row> strong = pairs.filter(col(TIE_CLASS).equalTo("strong"));
    return strong
        .select(col(COMMUNITY_ID), col(LOW_NUMBER).as(MEMBER), col(HIGH_NUMBER).as("other"))
        .unionByName(
            strong.select(
                col(COMMUNITY_ID), col(HIGH_NUMBER).as(MEMBER), col(LOW_NUMBER).as("other")))
        .groupBy(COMMUNITY_ID, MEMBER)
        .agg(collect_set("other").as(STRONG));
  }

  private static String[] keys(String member) {
    return new String[] {COMMUNITY_ID, member};
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(LOW_NUMBER),
      col(HIGH_NUMBER),
      col(AS_OF_WEEK),
      col(STRENGTH),
      col(WEIGHT_LOW_TO_HIGH),
      col(WEIGHT_HIGH_TO_LOW),
      col(RECIPROCITY),
      col(CHANNELS_COUNT),
      col(WEEKS_ACTIVE),
      col(TIE_CLASS),
      col(EMBEDDEDNESS),
      col(FIRST_TS),
      col(LAST_TS)
    };
  }
}
