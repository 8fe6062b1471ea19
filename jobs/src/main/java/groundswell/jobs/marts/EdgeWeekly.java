package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Directed ties week by week. Grain: one row per (community_id, week_date, source_number,
 * target_number, channel); weeks without interaction have no row. Contract: {@code
 * contracts/mart.edge_weekly.odcs.yaml}.
 */
public final class EdgeWeekly {
  /** Column that counts each kind of interaction. */
  private static final Map<String, String> COUNTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("reply", REPLIES),
              Map.entry("comment", COMMENTS),
              Map.entry("accept", ACCEPTS),
              Map.entry("repost", REPOSTS),
              Map.entry("share", SHARES),
              Map.entry("mention", MENTIONS),
              Map.entry("reaction", REACTIONS),
              Map.entry("message", MESSAGES),
              Map.entry("service", SERVICES),
              Map.entry("follow", FOLLOWS),
              Map.entry("unfollow", UNFOLLOWS),
              Map.entry("friend", FRIENDS),
              Map.entry("unfriend", UNFRIENDS),
              Map.entry("meet", MEETS),
              Map.entry("referral", REFERRALS)));

  /** The order of the columns in the contract. */
  private static final List<String> COUNT_COLUMNS =
      List.of(
          REPLIES, COMMENTS, ACCEPTS, REPOSTS, SHARES, MENTIONS, REACTIONS, MESSAGES, SERVICES,
          FOLLOWS, UNFOLLOWS, FRIENDS, UNFRIENDS, MEETS, REFERRALS);

  private static final String[] EDGE = {COMMUNITY_ID, SOURCE_NUMBER, TARGET_NUMBER, CHANNEL};
  private static final String HISTORY = "history";

  private EdgeWeekly() {}

  /** Builds the mart from {@code fact_interaction} and the half-lives in {@code dim_community}. */
  public static Dataset<Row> from(Dataset<Row> interactions, Dataset<Row> communities) {
    WindowSpec soFar =
        Window.partitionBy(cols(EDGE))
            .orderBy(WEEK_DATE)
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return activeWeeks(interactions)
        .withColumn(HISTORY, collect_list(struct(WEEK_DATE, CONTACTS)).over(soFar))
        .withColumn(FIRST_TS, min(FIRST_TS).over(soFar))
        .join(broadcast(communities.select(COMMUNITY_ID, EDGE_HALF_LIFE_DAYS)), COMMUNITY_ID)
        .withColumn(WEIGHT, Decay.weight(col(HISTORY), col(EDGE_HALF_LIFE_DAYS)))
        .select(columns());
  }

  /** Counts by kind for each edge and week with any interaction. */
  private static Dataset<Row> activeWeeks(Dataset<Row> interactions) {
    Column[] counts =
        COUNTS.entrySet().stream()
            .map(kind -> count(when(col(KIND).equalTo(kind.getKey()), 1)).as(kind.getValue()))
            .toArray(Column[]::new);
    return interactions
        .withColumn(WEEK_DATE, trunc(col(EVENT_DATE), "week"))
        .repartition(cols(EDGE)) // one shuffle serves the sums and the window
        .groupBy(cols(COMMUNITY_ID, WEEK_DATE, SOURCE_NUMBER, TARGET_NUMBER, CHANNEL))
        .agg(min(EVENT_TS).as(FIRST_TS), with(max(EVENT_TS).as(LAST_TS), counts))
        .withColumn(CONTACTS, contacts());
  }

  private static Column contacts() {
    return COUNT_COLUMNS.stream()
        .filter(column -> !column.equals(UNFOLLOWS) && !column.equals(UNFRIENDS))
        .map(column -> col(column))
        .reduce(Column::plus)
        .orElseThrow();
  }

  private static Column[] columns() {
    return Stream.of(
            Stream.of(COMMUNITY_ID, WEEK_DATE, SOURCE_NUMBER, TARGET_NUMBER, CHANNEL),
            COUNT_COLUMNS.stream(),
            Stream.of(CONTACTS, WEIGHT, FIRST_TS, LAST_TS))
        .flatMap(names -> names)
        .map(column -> col(column))
        .toArray(Column[]::new);
  }

  private static Column[] cols(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static Column[] with(Column first, Column[] rest) {
    return Stream.concat(Stream.of(first), Arrays.stream(rest)).toArray(Column[]::new);
  }
}
