package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The network of ties week by week. Grain: one row per (community_id, week_date, channel), channel
 * all for any. Contract: {@code contracts/mart.network_health.odcs.yaml}.
 */
public final class NetworkHealth {
  private NetworkHealth() {}

  /**
   * Builds the mart from {@code mart.edge_weekly}, the half-lives in {@code dim_community} and the
   * rings in {@code dim_member}.
   */
  public static Dataset<Row> from(
      Dataset<Row> edges, Dataset<Row> communities, Dataset<Row> dimMember) {
    Dataset<Row> latest = edges.groupBy(COMMUNITY_ID).agg(max(WEEK_DATE).as(AS_OF_WEEK));
    Dataset<Row> clocks =
        latest.join(communities.select(COMMUNITY_ID, EDGE_HALF_LIFE_DAYS), COMMUNITY_ID);
    Dataset<Row> weekByWeek =
        rings(dimMember)
            .union(contacts(edges))
            .join(broadcast(clocks), COMMUNITY_ID)
            .select(NetworkEvent.columns())
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(NetworkEvent.inOrder());
    return Fold.partitions(weekByWeek, WeekNetwork.SCHEMA, NetworkWeeks::new);
  }

  /** Which ring a member is in from a week on. */
  private static Dataset<Row> rings(Dataset<Row> dimMember) {
    return dimMember.select(
        col(COMMUNITY_ID),
        trunc(col(VALID_FROM_DATE), "week").as(WEEK_DATE),
        lit(NetworkEvent.RING_KIND).as(NetworkEvent.KIND),
        unix_micros(col(VALID_FROM_TS)).as(NetworkEvent.KEY),
        col(RING).as(NetworkEvent.NAME),
        col(MEMBER_NUMBER).as(NetworkEvent.NUMBER),
        lit(0.0).as(WEIGHT));
  }

  private static Dataset<Row> contacts(Dataset<Row> edges) {
    Dataset<Row> pairs =
        edges
            .withColumn(LOW_NUMBER, least(col(SOURCE_NUMBER), col(TARGET_NUMBER)))
            .withColumn(HIGH_NUMBER, greatest(col(SOURCE_NUMBER), col(TARGET_NUMBER)));
    return pairs.select(
        col(COMMUNITY_ID),
        col(WEEK_DATE),
        lit(NetworkEvent.CONTACT_KIND).as(NetworkEvent.KIND),
        Pairs.inOneNumber(LOW_NUMBER, HIGH_NUMBER).as(NetworkEvent.KEY),
        col(CHANNEL).as(NetworkEvent.NAME),
        col(SOURCE_NUMBER).as(NetworkEvent.NUMBER),
        col(WEIGHT));
  }
}
