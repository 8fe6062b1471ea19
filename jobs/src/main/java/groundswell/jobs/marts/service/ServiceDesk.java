package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How the service desk did, and how much staff stood behind it. Grain: one row per (community_id,
 * event_date, channel). Contract: {@code contracts/mart.service_desk.odcs.yaml}.
 */
public final class ServiceDesk {
  private static final Object[] WITHDRAWALS = {"unfollow", "unfriend"};

  private ServiceDesk() {}

  /**
   * The days of the desk, from {@code fact_ticket}, {@code fact_interaction}, {@code dim_member}.
   */
  public static Dataset<Row> days(
      Dataset<Row> tickets, Dataset<Row> interactions, Dataset<Row> members) {
    Dataset<Row> dayByDay =
        opened(tickets)
            .union(touches(interactions, members))
            .repartition(col(EVENT_DATE), col(CHANNEL), col(COMMUNITY_ID))
            .sortWithinPartitions(EVENT_DATE, CHANNEL, COMMUNITY_ID);
    return Fold.partitions(dayByDay, DeskDay.SCHEMA, DeskDays::new);
  }

  /** Builds the mart from {@link #days}, {@code fact_staffing} and {@code mart.tie_funnel}. */
  public static Dataset<Row> from(
      Dataset<Row> days, Dataset<Row> staffing, Dataset<Row> tieFunnel) {
    Dataset<Row> dayByDay =
        census(tieFunnel)
            .union(headcounts(staffing))
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(
                COMMUNITY_ID, EVENT_DATE, COMMUNITY_MEMBERS, EVENT_TS, EVENT_ID); // nulls first
    Dataset<Row> strength = Fold.partitions(dayByDay, StaffDays.SCHEMA, StaffDays::new);
    return days.join(broadcast(strength), new String[] {COMMUNITY_ID, EVENT_DATE}, "left")
        .select(columns());
  }

  private static Dataset<Row> opened(Dataset<Row> tickets) {
    return tickets
        .filter(col(OPENED_TS).isNotNull())
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(CHANNEL),
            col(OPENED_TS),
            col(FIRST_REPLY_TS),
            col(CLOSED_TS),
            col(SCORE),
            lit(null).cast("int").as(MEMBER_NUMBER),
            lit(null).cast("boolean").as(DeskEntry.IS_FOUNDER));
  }

  private static Dataset<Row> touches(Dataset<Row> interactions, Dataset<Row> members) {
    Dataset<Row> uncounted =
        members
            .filter(col(IS_CURRENT).and(not(Census.isCounted())))
            .select(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND);
    Dataset<Row> staff =
        uncounted
            .filter(not(col(ACTOR_KIND).equalTo("bot")))
            .withColumn(DeskEntry.IS_FOUNDER, col(ACTOR_KIND).equalTo("founder"))
            .withColumnRenamed(MEMBER_NUMBER, SOURCE_NUMBER);
    Column none = lit(null).cast("timestamp");
    return interactions
        .filter(not(col(KIND).isin(WITHDRAWALS)))
        .join(broadcast(staff), new String[] {COMMUNITY_ID, SOURCE_NUMBER})
        .join(
            broadcast(uncounted.withColumnRenamed(MEMBER_NUMBER, TARGET_NUMBER)),
            new String[] {COMMUNITY_ID, TARGET_NUMBER},
            "left_anti")
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(CHANNEL),
            none,
            none,
            none,
            lit(null).cast("int"),
            col(SOURCE_NUMBER),
            col(DeskEntry.IS_FOUNDER));
  }

  /** How many members the community has on each day of its life. */
  private static Dataset<Row> census(Dataset<Row> tieFunnel) {
    return tieFunnel
        .filter(col(TIE_STATE).equalTo("none"))
        .select(
            col(COMMUNITY_ID),
            col(EVENT_DATE),
            col(COMMUNITY_MEMBERS),
            lit(null).cast("timestamp").as(EVENT_TS),
            lit(null).cast("string").as(EVENT_ID),
            lit(null).cast("string").as(DEPARTMENT),
            lit(null).cast("int").as(HEADCOUNT));
  }

  private static Dataset<Row> headcounts(Dataset<Row> staffing) {
    return staffing.select(
        col(COMMUNITY_ID),
        col(EVENT_DATE),
        lit(null).cast("long"),
        col(EVENT_TS),
        col(EVENT_ID),
        col(DEPARTMENT),
        col(HEADCOUNT));
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(EVENT_DATE),
      col(CHANNEL),
      col(TICKETS),
      col(ANSWERED_TICKETS),
      col(TICKETS).minus(col(ANSWERED_TICKETS)).as(UNANSWERED),
      Share.of(col(TICKETS).minus(col(ANSWERED_TICKETS)), col(TICKETS)).as(UNANSWERED_RATE),
      col(FIRST_RESPONSE_SECONDS_P50),
      col(FIRST_RESPONSE_SECONDS_P90),
      col(CLOSED_TICKETS),
      col(RESOLUTION_SECONDS_P50),
      col(RESOLUTION_SECONDS_P90),
      col(SCORED_TICKETS),
      col(SCORE_SUM),
      Share.of(SCORE_SUM, SCORED_TICKETS).as(SCORE_MEAN),
      col(TOUCHES_BY_STAFF),
      col(FOUNDER_TOUCHES),
      col(ACTIVE_STAFF),
      col(ACTIVE_FOUNDERS),
      col(COMMUNITY_MEMBERS),
      col(STAFF_HEADCOUNT),
      Share.of(COMMUNITY_MEMBERS, STAFF_HEADCOUNT).as(MEMBERS_PER_STAFF)
    };
  }
}
