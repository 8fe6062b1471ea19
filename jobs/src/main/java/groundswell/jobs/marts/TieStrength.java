package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How strong the tie of each pair is in the latest week. Grain: one row per (community_id,
 * low_number, high_number). Contract: {@code contracts/mart.tie_strength.odcs.yaml}; the thresholds
 * stand there as rules (docs/decisions/0052).
 */
public final class TieStrength {
  private static final double STRONG_CONTACTS = 4;
  private static final double STRONG_RECIPROCITY = 0.2;
  private static final double WEAK_CONTACTS = 0.25;
  private static final String MEMBER = "member";
  private static final String STRONG = "strong_neighbours";

  private TieStrength() {}

  /** Builds the mart from {@code mart.edge_weekly} and the half-lives in {@code dim_community}. */
  public static Dataset<Row> from(Dataset<Row> edges, Dataset<Row> communities) {
    Dataset<Row> pairs = pairs(edges, communities);
    return withEmbeddedness(pairs).select(columns());
  }

  /** Both directions and all channels of a pair in one row. */
  private static Dataset<Row> pairs(Dataset<Row> edges, Dataset<Row> communities) {
    Column isUpward = col(SOURCE_NUMBER).lt(col(TARGET_NUMBER));
    return latestWeights(edges, communities)
        .groupBy(
            col(COMMUNITY_ID),
            least(col(SOURCE_NUMBER), col(TARGET_NUMBER)).as(LOW_NUMBER),
            greatest(col(SOURCE_NUMBER), col(TARGET_NUMBER)).as(HIGH_NUMBER))
        .agg(
            max(AS_OF_WEEK).as(AS_OF_WEEK),
            sumOfMillionths(when(isUpward, col(WEIGHT))).as(WEIGHT_LOW_TO_HIGH),
            sumOfMillionths(when(not(isUpward), col(WEIGHT))).as(WEIGHT_HIGH_TO_LOW),
            countDistinct(CHANNEL).as(CHANNELS_COUNT),
            size(array_distinct(flatten(collect_list("weeks")))).cast("long").as(WEEKS_ACTIVE),
            min(FIRST_TS).as(FIRST_TS),
            max(LAST_TS).as(LAST_TS))
        .withColumn(STRENGTH, sumOfBoth())
        .withColumn(RECIPROCITY, reciprocity())
        .withColumn(TIE_CLASS, tieClass());
  }

  /** The last weight of each directed edge and channel, faded to the community's latest week. */
  private static Dataset<Row> latestWeights(Dataset<Row> edges, Dataset<Row> communities) {
    Dataset<Row> latest = edges.groupBy(COMMUNITY_ID).agg(max(WEEK_DATE).as(AS_OF_WEEK));
    Column faded =
        Decay.later(
            col("last." + WEIGHT),
            datediff(col(AS_OF_WEEK), col("last." + WEEK_DATE)),
            col(EDGE_HALF_LIFE_DAYS));
    return edges
        .groupBy(COMMUNITY_ID, SOURCE_NUMBER, TARGET_NUMBER, CHANNEL)
        .agg(
            max(struct(WEEK_DATE, WEIGHT)).as("last"),
            collect_list(WEEK_DATE).as("weeks"),
            min(FIRST_TS).as(FIRST_TS),
            max(LAST_TS).as(LAST_TS))
        .join(broadcast(latest), COMMUNITY_ID)
        .join(broadcast(communities.select(COMMUNITY_ID, EDGE_HALF_LIFE_DAYS)), COMMUNITY_ID)
        .withColumn(WEIGHT, faded);
  }

  /** Sums whole millionths, so that the order of summing cannot show. */
  private static Column sumOfMillionths(Column weight) {
    Column millionths = sum(round(weight.multiply(lit(1e6))).cast("long"));
    return coalesce(millionths, lit(0L)).divide(lit(1e6));
  }

  private static Column sumOfBoth() {
    return round(col(WEIGHT_LOW_TO_HIGH).multiply(lit(1e6)))
        .plus(round(col(WEIGHT_HIGH_TO_LOW).multiply(lit(1e6))))
        .divide(lit(1e6));
  }

  private static Column reciprocity() {
    return Share.of(
        least(col(WEIGHT_LOW_TO_HIGH), col(WEIGHT_HIGH_TO_LOW)),
        greatest(col(WEIGHT_LOW_TO_HIGH), col(WEIGHT_HIGH_TO_LOW)));
  }

  private static Column tieClass() {
    Column isStrong =
        col(STRENGTH).geq(STRONG_CONTACTS).and(col(RECIPROCITY).geq(STRONG_RECIPROCITY));
    return when(isStrong, "strong")
        .when(col(STRENGTH).geq(WEAK_CONTACTS), "weak")
        .otherwise("none");
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
