package groundswell.jobs.marts.scorecard;

import static groundswell.jobs.marts.scorecard.ScoreEntry.figure;
import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.schemas.Table;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The six parts of a community month by month. Grain: one row per (community_id, month_start_date,
 * metric). Contract: {@code contracts/mart.community_scorecard.odcs.yaml}.
 */
public final class CommunityScorecard {
  private static final Object[] CLOSE_STATES = {"fan", "partner", "shareholder"};
  private static final Object[] INNER_RINGS = {"core", "honorary_beta", "dev"};

  private CommunityScorecard() {}

  /** Builds the scorecard from other marts and {@code core.dim_community}. */
  public static Dataset<Row> from(Function<Table, Dataset<Row>> tables) {
    Dataset<Row> entries =
        List.of(
                members(tables),
                referrals(tables),
                activity(tables),
                content(tables),
                closeness(tables),
                rings(tables),
                network(tables),
                builds(tables),
                contributions(tables),
                meetups(tables),
                users(tables),
                margins(tables))
            .stream()
            .map(rows -> rows.select(ScoreEntry.columns()))
            .reduce(Dataset::union)
            .orElseThrow();
    Dataset<Row> byCommunity =
        entries
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(ScoreEntry.ORDER[0], ScoreEntry.ORDER[1], ScoreEntry.ORDER[2]);
    return Fold.partitions(byCommunity, ScoreMonth.SCHEMA, ScoreMonths::new);
  }

  private static Dataset<Row> members(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_ACTIVITY_DAILY).filter(Census.isCounted()),
        col(EVENT_DATE),
        figure(ScoreMetric.JOINS, col(NEW_MEMBERS)));
  }

  private static Dataset<Row> referrals(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_REFERRAL).filter(isAll(CHANNEL).and(isAll(RING))),
        col(WEEK_DATE),
        figure(ScoreMetric.K_FACTOR, col(CONVERSIONS), col(ACTIVE_MEMBERS)));
  }

  private static Dataset<Row> activity(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_ACTIVE_MEMBERS).filter(isAll(CHANNEL)),
        col(EVENT_DATE),
        figure(ScoreMetric.MONTHLY_ACTIVE_MEMBERS, col(MONTHLY_ACTIVE_MEMBERS)),
        figure(ScoreMetric.STICKINESS, col(DAILY_ACTIVE_MEMBERS), col(MONTHLY_ACTIVE_MEMBERS)));
  }

  private static Dataset<Row> content(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_CONTENT_RESPONSE),
        col(EVENT_DATE),
        figure(ScoreMetric.UNANSWERED_RATE, col(UNANSWERED), col(THREADS)),
        figure(ScoreMetric.ESSENCE_RATE, col(ESSENCE_THREADS), col(THREADS)),
        figure(ScoreMetric.STAFF_RESPONSE_RATE, col(STAFF_RESPONSES), col(RESPONSES)));
  }

  private static Dataset<Row> closeness(Function<Table, Dataset<Row>> tables) {
    Column isClose = col(TIE_STATE).isin(CLOSE_STATES);
    return ScoreEntry.of(
        tables.apply(MART_TIE_FUNNEL),
        col(EVENT_DATE),
        figure(ScoreMetric.CLOSE_MEMBER_RATE, when(isClose, col(MEMBERS)), col(MEMBERS)));
  }

  private static Dataset<Row> rings(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_RING_LADDER),
        col(WEEK_DATE),
        figure(ScoreMetric.INNER_RING_MEMBERS, when(col(RING).isin(INNER_RINGS), col(MEMBERS))));
  }

  /** A tie has two ends. */
  private static Dataset<Row> network(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_NETWORK_HEALTH).filter(isAll(CHANNEL)),
        col(WEEK_DATE),
        figure(ScoreMetric.MEAN_STRONG_DEGREE, col(STRONG_EDGES).multiply(2), col(TIED_MEMBERS)));
  }

  private static Dataset<Row> builds(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_BUILD_LOOP).filter(isAll(COMPONENT).and(col(RELEASED_TS).isNotNull())),
        to_date(col(RELEASED_TS)),
        figure(ScoreMetric.TURNOUT_RATE, col(VOTERS), col(ELIGIBLE)));
  }

  private static Dataset<Row> contributions(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_CONTRIBUTION).filter(isAll(CONTRIBUTION_TYPE).and(isAll(ACTOR_KIND))),
        col(WEEK_DATE),
        figure(ScoreMetric.FAN_CONTRIBUTIONS, col(FAN_SUBMITTED)));
  }

  private static Dataset<Row> meetups(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        tables.apply(MART_MEETUP).filter(col(MEETUP_DATE).isNotNull()),
        col(MEETUP_DATE),
        figure(ScoreMetric.SHOW_RATE, col(RSVP_YES_ATTENDED), col(RSVP_YES)));
  }

  private static Dataset<Row> users(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        inOwnCurrency(tables, MART_ARPU).filter(isAll(SERVICE).and(isAll(RING))),
        col(MONTH_START_DATE),
        figure(ScoreMetric.PAYER_RATE, col(PAYERS), col(USERS)),
        figure(ScoreMetric.REVENUE_PER_USER, col(REVENUE), col(USERS)));
  }

  /** Revenue whose cost nobody knows is on neither side. */
  private static Dataset<Row> margins(Function<Table, Dataset<Row>> tables) {
    return ScoreEntry.of(
        inOwnCurrency(tables, MART_ORDER_ECONOMICS).filter(col(MARGIN).isNotNull()),
        col(ORDER_DATE),
        figure(ScoreMetric.MARGIN_RATE, col(MARGIN), col(NET_REVENUE)));
  }

  /** Amounts in other currencies cannot be added to these. */
  private static Dataset<Row> inOwnCurrency(Function<Table, Dataset<Row>> tables, Table mart) {
    Dataset<Row> own = tables.apply(CORE_DIM_COMMUNITY).select(COMMUNITY_ID, CURRENCY);
    return tables
        .apply(mart)
        .join(broadcast(own), new String[] {COMMUNITY_ID, CURRENCY}, "left_semi");
  }

  private static Column isAll(String column) {
    return col(column).equalTo("all");
  }
}
