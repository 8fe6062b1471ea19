package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
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
    MapPartitionsFunction<Row, Row> tell = EdgeWeeks::new;
    return edgeByEdge(interactions, communities)
        .mapPartitions(tell, Encoders.row(EdgeWeeks.SCHEMA))
        .select(columns());
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
            unix_date(trunc(col(EVENT_DATE), "week")).as(WEEK_DATE),
            unix_micros(col(EVENT_TS)).as(EVENT_TS),
            col(KIND),
            col(EDGE_HALF_LIFE_DAYS))
        .repartition(col(SOURCE_NUMBER), col(TARGET_NUMBER))
        .sortWithinPartitions(SOURCE_NUMBER, TARGET_NUMBER, CHANNEL, COMMUNITY_ID, WEEK_DATE);
  }

  private static Column[] columns() {
    return Stream.of(EdgeWeeks.SCHEMA.fieldNames())
        .map(
            name ->
                switch (name) {
                  case WEEK_DATE -> date_from_unix_date(col(name)).as(name);
                  case FIRST_TS, LAST_TS -> timestamp_micros(col(name)).as(name);
                  default -> col(name);
                })
        .toArray(Column[]::new);
  }
}
