package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Directed ties week by week. Grain: one row per (community_id, week_date, source_number,
 * target_number, channel); weeks without interaction have no row. Contract: {@code
 * contracts/mart.edge_weekly.odcs.yaml}.
 */
public final class EdgeWeekly {
  private EdgeWeekly() {}

  /** Builds the mart from {@code fact_interaction} and the half-lives in {@code dim_community}. */
  public static Dataset<Row> from(Dataset<Row> interactions, Dataset<Row> communities) {
    Dataset<Row> edges = edgeByEdge(interactions, communities);
    return Fold.partitions(edges, EdgeWeeks.SCHEMA, EdgeWeeks::new);
  }

  /** Each edge in one task, its interactions one after another, week by week. */
  private static Dataset<Row> edgeByEdge(Dataset<Row> interactions, Dataset<Row> communities) {
    return interactions
        .join(broadcast(communities.select(COMMUNITY_ID, EDGE_HALF_LIFE_DAYS)), COMMUNITY_ID)
        .select(
            col(SOURCE_NUMBER),
            col(TARGET_NUMBER),
            col(CHANNEL),
            col(COMMUNITY_ID),
            trunc(col(EVENT_DATE), "week").as(WEEK_DATE),
            col(EVENT_TS),
            col(KIND),
            col(EDGE_HALF_LIFE_DAYS))
        .repartition(col(SOURCE_NUMBER), col(TARGET_NUMBER))
        .sortWithinPartitions(
            Pairs.inOneNumber(SOURCE_NUMBER, TARGET_NUMBER),
            col(CHANNEL),
            col(COMMUNITY_ID),
            col(WEEK_DATE));
  }
}
