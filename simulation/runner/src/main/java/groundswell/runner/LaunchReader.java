package groundswell.runner;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.tables.Tables;
import groundswell.planning.calibrate.LaunchObservation;
import groundswell.schemas.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what the log says of a community's launches: counts, and tries per second. */
final class LaunchReader {
  private static final int FIRST_HOUR = 3_600;
  private static final String RESERVED = "reserved";
  private static final String TRIED = "tried";
  private static final String SECOND = "second";

  private final Tables tables;
  private final String communityId;

  LaunchReader(Tables tables, String communityId) {
    this.tables = tables;
    this.communityId = communityId;
  }

  /** Launches in the order of their ids. */
  List<LaunchObservation> launches() {
    List<Row> launches = launchRows();
    if (launches.isEmpty()) {
      return List.of();
    }
    Dataset<Row> members = members();
    Map<String, Row> turnout = new HashMap<>();
    turnoutRows(members).forEach(row -> turnout.put(row.getString(0), row));
    Map<String, long[]> attempts = perSecond(attemptRows(members));
    Map<String, long[]> orders = perSecond(orderRows());
    return launches.stream()
        .map(row -> observation(row, turnout.get(row.getString(0)), attempts, orders))
        .toList();
  }

  private static LaunchObservation observation(
      Row launch, Row turnout, Map<String, long[]> attempts, Map<String, long[]> orders) {
    String id = launch.getString(0);
    return new LaunchObservation(
        id,
        turnout == null ? 0 : turnout.getLong(1),
        turnout == null ? 0 : turnout.getLong(2),
        launch.getLong(1),
        launch.getLong(2),
        launch.getLong(3),
        launch.getLong(4),
        launch.isNullAt(5) ? Double.NaN : launch.getDouble(5),
        attempts.getOrDefault(id, new long[0]),
        orders.getOrDefault(id, new long[0]));
  }

  private List<Row> launchRows() {
    return of(Table.MART_LAUNCH)
        .groupBy(LAUNCH_ID)
        .agg(
            sum(UNITS_ORDERED),
            sum(UNITS_PAID),
            sum(UNITS_RETURNED),
            sum(UNITS_OFFERED),
            max(col(ALLOCATED_OUT_SECONDS).cast("double")))
        .orderBy(LAUNCH_ID)
        .collectAsList();
  }

  /** One row per launch and member: reserved units that still stand, second of the first try. */
  private Dataset<Row> members() {
    Column signed =
        when(col(KIND).equalTo("reserved"), col(QUANTITY))
            .when(col(KIND).equalTo("unreserved"), col(QUANTITY).multiply(-1))
            .otherwise(0);
    Column triedAt = when(col(KIND).isin("ordered", "rejected"), secondOfSale());
    return events()
        .where(col(MEMBER_NUMBER).isNotNull())
        .groupBy(LAUNCH_ID, MEMBER_NUMBER)
        .agg(sum(signed).as(RESERVED), min(triedAt).as(TRIED));
  }

  private static List<Row> turnoutRows(Dataset<Row> members) {
    Column holds = col(RESERVED).gt(0);
    return members
        .groupBy(LAUNCH_ID)
        .agg(count(when(holds, 1)), count(when(holds.and(col(TRIED).isNotNull()), 1)))
        .collectAsList();
  }

  private static List<Row> attemptRows(Dataset<Row> members) {
    return members
        .where(col(TRIED).between(0, FIRST_HOUR - 1))
        .groupBy(col(LAUNCH_ID), col(TRIED))
        .agg(count("*"))
        .collectAsList();
  }

  private List<Row> orderRows() {
    return events()
        .where(col(KIND).equalTo("ordered"))
        .select(col(LAUNCH_ID), secondOfSale().as(SECOND), col(QUANTITY))
        .where(col(SECOND).between(0, FIRST_HOUR - 1))
        .groupBy(col(LAUNCH_ID), col(SECOND))
        .agg(sum(col(QUANTITY).cast("long")))
        .collectAsList();
  }

  private static Map<String, long[]> perSecond(List<Row> rows) {
    Map<String, long[]> counts = new HashMap<>();
    for (Row row : rows) {
      counts
              .computeIfAbsent(row.getString(0), id -> new long[FIRST_HOUR])[
              Math.toIntExact(row.getLong(1))] +=
          row.getLong(2);
    }
    return counts;
  }

  private static Column secondOfSale() {
    return floor(unix_micros(col(EVENT_TS)).minus(unix_micros(col(OPENS_TS))).divide(1_000_000))
        .cast("long");
  }

  /** Launch events with the opening of their launch beside them. */
  private Dataset<Row> events() {
    Dataset<Row> openings =
        of(Table.MART_LAUNCH).groupBy(LAUNCH_ID).agg(min(OPENS_TS).as(OPENS_TS));
    return of(Table.CORE_FACT_LAUNCH_EVENT).drop(OPENS_TS).join(broadcast(openings), LAUNCH_ID);
  }

  private Dataset<Row> of(Table table) {
    return tables.read(table).where(col(COMMUNITY_ID).equalTo(communityId));
  }
}
