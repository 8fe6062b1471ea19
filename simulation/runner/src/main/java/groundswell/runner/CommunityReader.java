package groundswell.runner;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.tables.Tables;
import groundswell.planning.bundle.BundleMembers;
import groundswell.planning.bundle.TieClass;
import groundswell.planning.calibrate.AdoptionHistory;
import groundswell.planning.calibrate.Arcs;
import groundswell.schemas.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads one community's members, ties and adoptions from its tables into arrays. */
final class CommunityReader {
  private final Tables tables;
  private final String communityId;
  private final String zone;

  CommunityReader(Tables tables, String communityId, String zone) {
    this.tables = tables;
    this.communityId = communityId;
    this.zone = zone;
  }

  /** Members by number; numbers are dense from 0. */
  BundleMembers members() {
    List<Row> rows = memberRows();
    int count = rows.size();
    BundleMembers members =
        new BundleMembers(
            new String[count],
            new String[count],
            new String[count],
            new String[count],
            new double[count],
            new int[count],
            new int[count]);
    rows.forEach(row -> take(row, members));
    return members;
  }

  /** Arcs as observed, one per actor, target and channel; a tie that has faded counts as weak. */
  Arcs arcs() {
    List<Row> rows = arcRows();
    int count = rows.size();
    Arcs arcs = new Arcs(new int[count], new int[count], new byte[count], new int[count]);
    for (int arc = 0; arc < count; arc++) {
      Row row = rows.get(arc);
      TieClass.Strength strength = TieClass.Strength.of(row.getString(3));
      arcs.actor()[arc] = row.getInt(0);
      arcs.target()[arc] = row.getInt(1);
      arcs.tieClass()[arc] = TieClass.of(row.getString(2), strength).code();
      arcs.sinceDay()[arc] = row.getInt(4);
    }
    return arcs;
  }

  /**
   * Adoptions from the first one to the last day of data. Staff and bots are never at risk. Who
   * bought in a flash sale, or stands in the two innermost rings, did not choose that day by word
   * of mouth: such members talk, but are no cases.
   */
  AdoptionHistory history(BundleMembers members) {
    int[] until = new int[members.count()];
    for (Row row : lifeRows()) {
      until[row.getInt(0)] = row.getInt(1);
    }
    int[] adopted = members.adoptedDay();
    for (Row row : saleBuyerRows()) {
      int member = row.getInt(0);
      if (adopted[member] == row.getInt(1)) {
        until[member] = Math.min(until[member], adopted[member] - 1);
      }
    }
    int last = lastDay();
    int first = Arrays.stream(adopted).min().orElse(last);
    return new AdoptionHistory(
        members.joinedDay().clone(), until, adopted, Math.min(first, last), last);
  }

  private static void take(Row row, BundleMembers members) {
    int member = row.getInt(0);
    members.memberKey()[member] = row.getString(1);
    members.ring()[member] = row.getString(2);
    members.channel()[member] = row.getString(3);
    members.city()[member] = row.getString(4);
    members.joinedDay()[member] = row.getInt(5);
    members.value()[member] = row.getDouble(6);
    members.adoptedDay()[member] = row.getInt(7);
  }

  private List<Row> memberRows() {
    Dataset<Row> paid =
        of(Table.CORE_FACT_ORDER_LINE)
            .where(col(MEMBER_NUMBER).isNotNull())
            .groupBy(MEMBER_NUMBER)
            .agg(sum(PAID_AMOUNT).as(PAID_AMOUNT));
    Dataset<Row> adopted = of(Table.CORE_FACT_ADOPTION).select(MEMBER_NUMBER, EVENT_DATE);
    return current()
        .join(paid, seq(MEMBER_NUMBER), "left")
        .join(adopted, seq(MEMBER_NUMBER), "left")
        .select(
            col(MEMBER_NUMBER),
            col(MEMBER_KEY),
            coalesce(col(RING), lit("stable")),
            coalesce(col(HOME_CHANNEL), lit("unknown")),
            coalesce(col(CITY), lit("")),
            dayOf(coalesce(col(JOINED_DATE), col(VALID_FROM_DATE))),
            coalesce(col(PAID_AMOUNT).cast("double"), lit(0.0)),
            coalesce(dayOf(col(EVENT_DATE)), lit(BundleMembers.NEVER)))
        .collectAsList();
  }

  private List<Row> arcRows() {
    Column since = to_date(from_utc_timestamp(min(FIRST_TS), lit(zone)));
    Dataset<Row> arcs =
        of(Table.MART_EDGE_WEEKLY)
            .groupBy(SOURCE_NUMBER, TARGET_NUMBER, CHANNEL)
            .agg(dayOf(since).as(FIRST_TS))
            .withColumn(LOW_NUMBER, least(col(SOURCE_NUMBER), col(TARGET_NUMBER)))
            .withColumn(HIGH_NUMBER, greatest(col(SOURCE_NUMBER), col(TARGET_NUMBER)));
    Dataset<Row> ties = of(Table.MART_TIE_STRENGTH).select(LOW_NUMBER, HIGH_NUMBER, TIE_CLASS);
    return arcs.join(ties, seq(LOW_NUMBER, HIGH_NUMBER))
        .select(col(SOURCE_NUMBER), col(TARGET_NUMBER), col(CHANNEL), col(TIE_CLASS), col(FIRST_TS))
        .orderBy(SOURCE_NUMBER, TARGET_NUMBER, CHANNEL)
        .collectAsList();
  }

  /** Last day at risk per member: before leaving; never for staff, bots and the inner rings. */
  private List<Row> lifeRows() {
    Column isCase =
        col(ACTOR_KIND)
            .isin("user", "unknown")
            .and(not(coalesce(col(RING), lit("stable")).isin("core", "honorary_beta")));
    Column until = coalesce(dayOf(col(LEFT_DATE)).minus(1), lit(Integer.MAX_VALUE));
    return current()
        .select(col(MEMBER_NUMBER), when(isCase, until).otherwise(lit(0)))
        .collectAsList();
  }

  private List<Row> saleBuyerRows() {
    return of(Table.CORE_FACT_ORDER_LINE)
        .where(col(LAUNCH_ID).isNotNull().and(col(MEMBER_NUMBER).isNotNull()))
        .select(col(MEMBER_NUMBER), dayOf(to_date(from_utc_timestamp(col(PAID_TS), lit(zone)))))
        .where(col(PAID_TS).isNotNull())
        .distinct()
        .collectAsList();
  }

  /** Last local day with activity, as day number from the epoch; 0 when there is none. */
  private int lastDay() {
    Row row = of(Table.CORE_FACT_MEMBER_DAY).agg(max(dayOf(col(EVENT_DATE)))).head();
    return row.isNullAt(0) ? 0 : row.getInt(0);
  }

  private Dataset<Row> current() {
    return of(Table.CORE_DIM_MEMBER).where(col(IS_CURRENT));
  }

  private Dataset<Row> of(Table table) {
    return tables.read(table).where(col(COMMUNITY_ID).equalTo(communityId));
  }

  private static Column dayOf(Column date) {
    return datediff(date, lit("1970-01-01").cast("date"));
  }

  private static scala.collection.immutable.Seq<String> seq(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
