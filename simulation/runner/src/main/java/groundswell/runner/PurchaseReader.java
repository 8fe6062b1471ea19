package groundswell.runner;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.tables.Tables;
import groundswell.planning.calibrate.PurchaseHistory;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads how the cohorts of {@code mart.ltv} purchased: who did alike is one history. */
final class PurchaseReader {
  private static final String LAST_DATE = "last_date";
  private static final String FIRST = "first_purchase";
  private static final String LATEST = "latest_purchase";
  private static final String DAYS = "days";

  private final Tables tables;
  private final Column isChosen;

  PurchaseReader(Tables tables, Collection<String> communities) {
    this.tables = tables;
    this.isChosen = col(COMMUNITY_ID).isin(communities.toArray());
  }

  /** Members of a community whose first purchase was in a month, as of the last day of its data. */
  record Cohort(String communityId, String month, String asOf) implements Comparable<Cohort> {
    private static final Comparator<Cohort> ORDER =
        Comparator.comparing(Cohort::communityId).thenComparing(Cohort::month);

    @Override
    public int compareTo(Cohort other) {
      return ORDER.compare(this, other);
    }
  }

  /** In one query for all communities. */
  Map<Cohort, List<PurchaseHistory>> cohorts() {
    Map<Cohort, List<PurchaseHistory>> cohorts = new TreeMap<>();
    for (Row row : histories().collectAsList()) {
      Cohort cohort =
          new Cohort(row.getString(0), row.getDate(1).toString(), row.getDate(2).toString());
      int recency = row.getInt(4);
      cohorts
          .computeIfAbsent(cohort, any -> new ArrayList<>())
          .add(
              new PurchaseHistory(
                  Math.toIntExact(row.getLong(3)),
                  recency,
                  Math.max(recency, row.getInt(5)),
                  row.getLong(6)));
    }
    return cohorts;
  }

  private Dataset<Row> histories() {
    return buyers()
        .join(broadcast(lastDays()), COMMUNITY_ID)
        .groupBy(
            col(COMMUNITY_ID),
            trunc(col(FIRST), "MM"),
            col(LAST_DATE),
            col(DAYS).minus(1L),
            datediff(col(LATEST), col(FIRST)),
            datediff(col(LAST_DATE), col(FIRST)))
        .agg(count("*"));
  }

  private Dataset<Row> buyers() {
    Column isPurchase = col(PLACED_TS).isNotNull().and(col(CANCELLED_TS).isNull());
    Dataset<Row> counted =
        of(Table.CORE_DIM_MEMBER)
            .where(col(IS_CURRENT).and(Census.isCounted()))
            .select(COMMUNITY_ID, MEMBER_NUMBER);
    return of(Table.CORE_FACT_ORDER_LINE)
        .where(isPurchase.and(col(MEMBER_NUMBER).isNotNull()))
        .select(COMMUNITY_ID, MEMBER_NUMBER, ORDER_DATE)
        .distinct()
        .groupBy(COMMUNITY_ID, MEMBER_NUMBER)
        .agg(min(ORDER_DATE).as(FIRST), max(ORDER_DATE).as(LATEST), count("*").as(DAYS))
        .join(counted, new String[] {COMMUNITY_ID, MEMBER_NUMBER}, "left_semi");
  }

  private Dataset<Row> lastDays() {
    return of(Table.MART_TIE_FUNNEL).groupBy(COMMUNITY_ID).agg(max(EVENT_DATE).as(LAST_DATE));
  }

  private Dataset<Row> of(Table table) {
    return tables.read(table).where(isChosen);
  }
}
