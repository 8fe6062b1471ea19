package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.Share;
import groundswell.jobs.memberset.MemberSets;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What services earn per member and month. Grain: one row per (community_id, month_start_date,
 * service, ring, currency). Contract: {@code contracts/mart.arpu.odcs.yaml}.
 */
public final class Arpu {
  private Arpu() {}

  /**
   * Builds the mart from {@code fact_service_charge}, {@code fact_order_line}, {@code
   * fact_member_day} and {@code dim_member}.
   */
  public static Dataset<Row> from(
      Dataset<Row> charges, Dataset<Row> orderLines, Dataset<Row> memberDay, Dataset<Row> members) {
    Dataset<Row> monthByMonth =
        services(charges, members)
            .union(goods(orderLines))
            .union(active(memberDay))
            .repartition(col(COMMUNITY_ID), col(MONTH_START_DATE))
            .sortWithinPartitions(COMMUNITY_ID, MONTH_START_DATE);
    return Fold.partitions(monthByMonth, ArpuMonth.SCHEMA, ArpuMonths::new).select(columns());
  }

  private static Dataset<Row> services(Dataset<Row> charges, Dataset<Row> members) {
    Dataset<Row> uncounted =
        members
            .filter(col(IS_CURRENT).and(not(Census.isCounted())))
            .select(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND);
    Column isPaying = kind("charged").and(col(AMOUNT).gt(0)).and(col(ACTOR_KIND).isNull());
    return charges
        .filter(col(AMOUNT).isNotNull().and(not(kind("subscribed"))))
        .join(broadcast(uncounted), new String[] {COMMUNITY_ID, MEMBER_NUMBER}, "left")
        .groupBy(col(COMMUNITY_ID), month(EVENT_DATE), col(RING), col(SERVICE), col(CURRENCY))
        .agg(
            MemberSets.setOf(when(isPaying, col(MEMBER_NUMBER))).as(MEMBER_BITMAP),
            money(sum(when(kind("charged"), col(AMOUNT)))).as(CHARGED_AMOUNT),
            money(sum(when(kind("refunded"), col(AMOUNT)))).as(REFUNDED_AMOUNT),
            money(sum(when(kind("ad_revenue"), col(AMOUNT)))).as(AD_REVENUE),
            money(lit(0)).as(GOODS_REVENUE));
  }

  private static Dataset<Row> goods(Dataset<Row> orderLines) {
    Column moves =
        array(
            struct(col(PAID_DATE).as(EVENT_DATE), col(PAID_AMOUNT).as(AMOUNT)),
            struct(col(RETURNED_DATE).as(EVENT_DATE), negate(col(RETURNED_AMOUNT)).as(AMOUNT)));
    return orderLines
        .select(col(COMMUNITY_ID), col(RING), col(CURRENCY), inline(moves))
        .filter(col(EVENT_DATE).isNotNull())
        .groupBy(col(COMMUNITY_ID), month(EVENT_DATE), col(RING), col(CURRENCY))
        .agg(sum(AMOUNT).as(AMOUNT))
        .select(
            col(COMMUNITY_ID),
            col(MONTH_START_DATE),
            col(RING),
            lit(null).cast("string"),
            col(CURRENCY),
            lit(null).cast("binary"),
            money(lit(0)),
            money(lit(0)),
            money(lit(0)),
            money(col(AMOUNT)));
  }

  private static Dataset<Row> active(Dataset<Row> memberDay) {
    return memberDay
        .filter(Census.isCounted())
        .groupBy(col(COMMUNITY_ID), month(EVENT_DATE), col(RING))
        .agg(MemberSets.union(col(MEMBER_BITMAP)).as(MEMBER_BITMAP))
        .select(
            col(COMMUNITY_ID),
            col(MONTH_START_DATE),
            col(RING),
            lit(null).cast("string"),
            lit(null).cast("string"),
            col(MEMBER_BITMAP),
            money(lit(0)),
            money(lit(0)),
            money(lit(0)),
            money(lit(0)));
  }

  private static Column kind(String kind) {
    return col(KIND).equalTo(kind);
  }

  private static Column month(String date) {
    return trunc(col(date), "MM").as(MONTH_START_DATE);
  }

  private static Column money(Column amount) {
    return coalesce(amount, lit(0)).cast("decimal(18,4)");
  }

  private static Column[] columns() {
    Column kept = col(CHARGED_AMOUNT).minus(col(REFUNDED_AMOUNT));
    return new Column[] {
      col(COMMUNITY_ID),
      col(MONTH_START_DATE),
      col(SERVICE),
      col(RING),
      col(CURRENCY),
      col(USERS),
      col(PAYERS),
      Share.of(PAYERS, USERS).as(PAYER_RATE),
      col(CHARGED_AMOUNT),
      col(REFUNDED_AMOUNT),
      col(AD_REVENUE),
      col(SERVICE_REVENUE),
      col(GOODS_REVENUE),
      col(REVENUE),
      Share.of(SERVICE_REVENUE, REVENUE).as(SERVICE_SHARE),
      Share.of(SERVICE_REVENUE, USERS).as(REVENUE_PER_USER),
      Share.of(kept, col(PAYERS)).as(REVENUE_PER_PAYER)
    };
  }
}
