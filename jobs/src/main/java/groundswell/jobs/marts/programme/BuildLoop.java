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
 * How each build was taken up and judged. Grain: one row per (community_id, build_id, ring,
 * component), component all for the whole build. Contract: {@code
 * contracts/mart.build_loop.odcs.yaml}.
 */
public final class BuildLoop {
  private static final String[] BUILD = {COMMUNITY_ID, BUILD_ID};
  private static final String[] BUILD_RING = {COMMUNITY_ID, BUILD_ID, RING};

  private BuildLoop() {}

  /** Builds the mart from {@code fact_build_event} and {@code dim_member}. */
  public static Dataset<Row> from(Dataset<Row> buildEvents, Dataset<Row> members) {
    Dataset<Row> releases = broadcast(releases(buildEvents));
    Dataset<Row> ringByRing =
        buildEvents
            .join(releases, BUILD_RING)
            .select(BuildMention.columns())
            .union(ringHolders(releases, members).select(BuildMention.columns()))
            .repartition(col(BUILD_ID), col(COMMUNITY_ID), col(RING))
            .sortWithinPartitions(
                BUILD_ID, COMMUNITY_ID, RING, MEMBER_NUMBER, COMPONENT, EVENT_TS, EVENT_ID);
    return Fold.partitions(ringByRing, BuildRing.SCHEMA, BuildRings::new).select(columns());
  }

  /** Every (build, ring) with anything to tell, and when it was released to that ring. */
  private static Dataset<Row> releases(Dataset<Row> events) {
    Column releasedAt = min(when(col(KIND).equalTo("released"), col(EVENT_TS)));
    Dataset<Row> anyRing = events.groupBy(COMMUNITY_ID, BUILD_ID).agg(releasedAt.as("any_release"));
    return events
        .groupBy(COMMUNITY_ID, BUILD_ID, RING)
        .agg(releasedAt.as("own_release"))
        .join(anyRing, BUILD)
        .select(
            col(COMMUNITY_ID),
            col(BUILD_ID),
            col(RING),
            coalesce(col("own_release"), col("any_release")).as(RELEASED_TS));
  }

  /** Members who held the ring at some moment in the 7 days from the release. */
  private static Dataset<Row> ringHolders(Dataset<Row> releases, Dataset<Row> members) {
    Column lastMoment = col("r." + RELEASED_TS).plus(expr("INTERVAL 7 DAYS"));
    Column overlaps =
        col("m." + VALID_FROM_TS)
            .lt(lastMoment)
            .and(
                col("m." + VALID_TO_TS)
                    .isNull()
                    .or(col("m." + VALID_TO_TS).gt(col("r." + RELEASED_TS))));
    Column same =
        col("m." + COMMUNITY_ID)
            .equalTo(col("r." + COMMUNITY_ID))
            .and(col("m." + RING).equalTo(col("r." + RING)));
    return members
        .filter(not(col(RING).equalTo("unknown")))
        .as("m")
        .join(releases.as("r"), same.and(overlaps))
        .select(
            col("r." + COMMUNITY_ID),
            col(BUILD_ID),
            col("r." + RING),
            col(MEMBER_NUMBER),
            lit(null).cast("string").as(COMPONENT),
            lit(null).cast("timestamp").as(EVENT_TS),
            lit(null).cast("string").as(EVENT_ID),
            lit(BuildMention.HELD).as(KIND),
            col(RELEASED_TS));
  }

  private static Column[] columns() {
    Column votes = col(VOTES_UP).plus(col(VOTES_DOWN));
    return new Column[] {
      col(COMMUNITY_ID),
      col(BUILD_ID),
      col(RING),
      col(COMPONENT),
      col(RELEASED_TS),
      col(ELIGIBLE),
      col(INSTALLS),
      col(ADOPTERS_24H),
      col(ADOPTERS_7D),
      ifReleased(Share.of(ADOPTERS_24H, ELIGIBLE)).as(ADOPTION_24H_RATE),
      ifReleased(Share.of(ADOPTERS_7D, ELIGIBLE)).as(ADOPTION_7D_RATE),
      col(LATENCY_SECONDS_P50),
      col(LATENCY_SECONDS_P90),
      col(VOTERS),
      Share.of(VOTERS, ELIGIBLE).as(TURNOUT_RATE),
      col(VOTES_UP),
      col(VOTES_DOWN),
      col(VOTES_NEUTRAL),
      Share.of(col(VOTES_UP), votes).as(APPROVAL_RATE),
      Wilson.low(col(VOTES_UP), votes).as(APPROVAL_LOW),
      Wilson.high(col(VOTES_UP), votes).as(APPROVAL_HIGH),
      col(ISSUES),
      Share.of(col(ISSUES).multiply(1000), col(INSTALLS)).as(ISSUES_PER_1000_INSTALLS)
    };
  }

  private static Column ifReleased(Column rate) {
    return when(col(RELEASED_TS).isNotNull(), rate);
  }
}
