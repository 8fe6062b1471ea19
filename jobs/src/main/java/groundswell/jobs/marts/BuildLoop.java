package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How each build was taken up and judged. Grain: one row per (community_id, build_id, ring,
 * component), component all for the whole build. Contract: {@code
 * contracts/mart.build_loop.odcs.yaml}.
 */
public final class BuildLoop {
  private static final long DAY = 86_400L;
  private static final String[] BUILD = {COMMUNITY_ID, BUILD_ID};
  private static final String[] BUILD_RING = {COMMUNITY_ID, BUILD_ID, RING};
  private static final String LATENCY = "latency";
  private static final String LATENCIES = "latencies";

  private BuildLoop() {}

  /** Builds the mart from {@code fact_build_event} and {@code dim_member}. */
  public static Dataset<Row> from(Dataset<Row> buildEvents, Dataset<Row> members) {
    Dataset<Row> releases = releases(buildEvents);
    Dataset<Row> uptake = uptake(buildEvents, releases, members);
    return judgements(buildEvents)
        .join(uptake, BUILD_RING)
        .na()
        .fill(0, new String[] {VOTERS, VOTES_UP, VOTES_DOWN, VOTES_NEUTRAL, ISSUES})
        .select(columns());
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

  /** Per build and ring: who could, who did install, and how soon. */
  private static Dataset<Row> uptake(
      Dataset<Row> events, Dataset<Row> releases, Dataset<Row> members) {
    Column sawRelease = col(LATENCY).geq(0);
    return events
        .filter(col(MEMBER_NUMBER).isNotNull().and(not(col(KIND).isin("issue", "released"))))
        .groupBy(COMMUNITY_ID, BUILD_ID, RING, MEMBER_NUMBER)
        .agg(min(when(col(KIND).equalTo("installed"), col(EVENT_TS))).as("installed_ts"))
        .unionByName(ringHolders(releases, members))
        .unionByName(nobody(releases))
        .groupBy(COMMUNITY_ID, BUILD_ID, RING, MEMBER_NUMBER)
        .agg(min("installed_ts").as("installed_ts"))
        .join(broadcast(releases), BUILD_RING)
        .withColumn(
            LATENCY,
            floor(
                unix_micros(col("installed_ts"))
                    .minus(unix_micros(col(RELEASED_TS)))
                    .divide(1_000_000)))
        .groupBy(COMMUNITY_ID, BUILD_ID, RING)
        .agg(
            min(RELEASED_TS).as(RELEASED_TS),
            count(MEMBER_NUMBER).as(ELIGIBLE),
            count("installed_ts").as(INSTALLS),
            count(when(col(LATENCY).between(0, DAY), 1)).as(ADOPTERS_24H),
            count(when(col(LATENCY).between(0, 7 * DAY), 1)).as(ADOPTERS_7D),
            sort_array(collect_list(when(sawRelease, col(LATENCY)))).as(LATENCIES));
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
        .join(broadcast(releases.as("r")), same.and(overlaps))
        .select(
            col("r." + COMMUNITY_ID),
            col(BUILD_ID),
            col("r." + RING),
            col(MEMBER_NUMBER),
            lit(null).cast("timestamp").as("installed_ts"))
        .distinct();
  }

  /**
   * A row without member for each build and ring, so that a build nobody took up is told as well.
   */
  private static Dataset<Row> nobody(Dataset<Row> releases) {
    return releases.select(
        col(COMMUNITY_ID),
        col(BUILD_ID),
        col(RING),
        lit(null).cast("int").as(MEMBER_NUMBER),
        lit(null).cast("timestamp").as("installed_ts"));
  }

  /** Votes and issues per part of the build, and for the whole. */
  private static Dataset<Row> judgements(Dataset<Row> events) {
    Dataset<Row> perPart =
        events
            .groupBy(COMMUNITY_ID, BUILD_ID, RING, COMPONENT, MEMBER_NUMBER)
            .agg(
                max(when(col(KIND).startsWith("vote"), struct(EVENT_TS, EVENT_ID, KIND)))
                    .getField(KIND)
                    .as("last_vote"),
                count(when(col(KIND).equalTo("issue"), 1)).as(ISSUES),
                max(namesPart()).as("is_row"));
    Dataset<Row> whole = perPart.withColumn(COMPONENT, lit("all")).withColumn("is_row", lit(true));
    return perPart
        .unionByName(whole)
        .groupBy(COMMUNITY_ID, BUILD_ID, RING, COMPONENT)
        .agg(
            countDistinct(when(col("last_vote").isNotNull(), col(MEMBER_NUMBER))).as(VOTERS),
            count(when(col("last_vote").equalTo("vote_up"), 1)).as(VOTES_UP),
            count(when(col("last_vote").equalTo("vote_down"), 1)).as(VOTES_DOWN),
            count(when(col("last_vote").equalTo("vote_neutral"), 1)).as(VOTES_NEUTRAL),
            sum(ISSUES).as(ISSUES),
            max("is_row").as("is_row"))
        .filter("is_row");
  }

  /** What names no part of the build has no row but that of the whole; a vote always names one. */
  private static Column namesPart() {
    return col(KIND).startsWith("vote").or(col(COMPONENT).notEqual("unknown"));
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
      Share.percentile(col(LATENCIES), 50).as(LATENCY_SECONDS_P50),
      Share.percentile(col(LATENCIES), 90).as(LATENCY_SECONDS_P90),
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
