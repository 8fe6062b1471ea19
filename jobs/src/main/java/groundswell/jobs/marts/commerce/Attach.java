package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.marts.measure.Wilson;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What buyers of the device bought with it. Grain: one row per (community_id, first_device_month,
 * months_since, category). Contract: {@code contracts/mart.attach.odcs.yaml}.
 */
public final class Attach {
  static final String HOME_CURRENCY = "home_currency";
  static final String LAST_DATE = "last_date";

  private Attach() {}

  /**
   * Builds the mart from {@code fact_order_line}, {@code dim_member}, {@code dim_community} and
   * {@code mart.tie_funnel}, which knows the last day of each community.
   */
  public static Dataset<Row> from(
      Dataset<Row> orderLines,
      Dataset<Row> members,
      Dataset<Row> communities,
      Dataset<Row> tieFunnel) {
    Dataset<Row> owning = owningCommunities(communities, tieFunnel);
    Dataset<Row> memberByMember =
        people(members, owning)
            .union(purchases(orderLines, owning))
            .repartition(col(MEMBER_NUMBER), col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID, MEMBER_NUMBER, ORDER_DATE);
    Dataset<Row> communityByCommunity =
        Fold.partitions(memberByMember, AttachCell.SCHEMA, AttachMembers::new)
            .repartition(col(COMMUNITY_ID))
            .sortWithinPartitions(COMMUNITY_ID);
    return Fold.partitions(communityByCommunity, AttachCohorts.SCHEMA, AttachCohorts::new)
        .join(broadcast(owning), COMMUNITY_ID)
        .select(columns());
  }

  /** The communities that have a device, each with its last day. */
  private static Dataset<Row> owningCommunities(Dataset<Row> communities, Dataset<Row> tieFunnel) {
    return communities
        .filter(col(ADOPTION_SKU_CATEGORY).isNotNull())
        .select(col(COMMUNITY_ID), col(ADOPTION_SKU_CATEGORY), col(CURRENCY).as(HOME_CURRENCY))
        .join(tieFunnel.groupBy(COMMUNITY_ID).agg(max(EVENT_DATE).as(LAST_DATE)), COMMUNITY_ID);
  }

  private static Dataset<Row> people(Dataset<Row> members, Dataset<Row> owning) {
    return members
        .filter(col(IS_CURRENT).and(Census.isCounted()))
        .join(broadcast(owning), COMMUNITY_ID)
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            lit(null).cast("date").as(ORDER_DATE),
            col(JOINED_DATE),
            col(LEFT_DATE),
            lit(null).cast("string").as(CATEGORY),
            lit(false).as(Purchase.IS_DEVICE),
            lit(0).as(QUANTITY),
            lit(null).cast("decimal(18,4)").as(MARGIN),
            col(LAST_DATE));
  }

  private static Dataset<Row> purchases(Dataset<Row> orderLines, Dataset<Row> owning) {
    Column noDate = lit(null).cast("date");
    Column unitsKept = col(QUANTITY).minus(col(RETURNED_QUANTITY));
    return orderLines
        .filter(col(MEMBER_NUMBER).isNotNull().and(unitsKept.gt(0)))
        .filter(col(PLACED_TS).isNotNull().and(col(CANCELLED_TS).isNull()))
        .join(broadcast(owning), COMMUNITY_ID)
        .select(
            col(COMMUNITY_ID),
            col(MEMBER_NUMBER),
            col(ORDER_DATE),
            noDate,
            noDate,
            col(CATEGORY),
            col(CATEGORY).equalTo(col(ADOPTION_SKU_CATEGORY)),
            unitsKept,
            margin(),
            col(LAST_DATE));
  }

  /** What stays of a line; null when its cost is not known or its currency is another one. */
  private static Column margin() {
    Column unitsPaid = when(col(PAID_TS).isNotNull(), col(QUANTITY)).otherwise(0);
    Column cost = col(UNIT_COST).multiply(unitsPaid.minus(col(RETURNED_QUANTITY)));
    Column margin = col(PAID_AMOUNT).minus(col(RETURNED_AMOUNT)).minus(cost);
    return when(col(CURRENCY).equalTo(col(HOME_CURRENCY)), margin.cast("decimal(18,4)"));
  }

  private static Column[] columns() {
    return new Column[] {
      col(COMMUNITY_ID),
      col(FIRST_DEVICE_MONTH),
      col(MONTHS_SINCE),
      col(CATEGORY),
      col(DEVICE_BUYERS),
      col(ATTACHED_BUYERS),
      Share.of(ATTACHED_BUYERS, DEVICE_BUYERS).as(ATTACH_RATE),
      Wilson.low(col(ATTACHED_BUYERS), col(DEVICE_BUYERS)).as(ATTACH_LOW),
      Wilson.high(col(ATTACHED_BUYERS), col(DEVICE_BUYERS)).as(ATTACH_HIGH),
      col(DEVICE_UNITS),
      col(ATTACHED_UNITS),
      Share.of(ATTACHED_UNITS, DEVICE_UNITS).as(UNITS_PER_DEVICE),
      col(ATTACHED_MARGIN),
      col(HOME_CURRENCY).as(CURRENCY),
      col(NON_OWNERS),
      col(NON_OWNER_BUYERS),
      Share.of(NON_OWNER_BUYERS, NON_OWNERS).as(NON_OWNER_RATE),
      Share.of(
              col(ATTACHED_BUYERS).multiply(col(NON_OWNERS)),
              col(NON_OWNER_BUYERS).multiply(col(DEVICE_BUYERS)))
          .as(RELATEDNESS_LIFT),
      add_months(last_day(col(FIRST_DEVICE_MONTH)), col(MONTHS_SINCE))
          .gt(col(LAST_DATE))
          .as(IS_CENSORED)
    };
  }
}
