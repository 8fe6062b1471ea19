package groundswell.runner;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.planning.calibrate.LaunchObservation;
import groundswell.schemas.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what the log says of a community's launches: counts, and tries per second. */
final class LaunchReader {
  private static final int FIRST_HOUR = 3_600;
  private static final long NOT_TRIED = -1;
  private static final long AT_ANOTHER_TIME = -2;
  private static final String RESERVED = "reserved";
  private static final String TRIED = "tried";
  private static final String SECOND = "second";

  private final Function<Table, Dataset<Row>> tables;
  private final String communityId;

  /**
   * @param tables published rows by table
   */
  LaunchReader(Function<Table, Dataset<Row>> tables, String communityId) {
    this.tables = tables;
    this.communityId = communityId;
  }

  /** Launches in the order of their ids. */
  List<LaunchObservation> launches() {
    List<Row> launches = launchRows();
    if (launches.isEmpty()) {
      return List.of();
    }
    Map<String, Turnout> turnouts = turnouts();
    Map<String, long[]> orders = orders();
    return launches.stream()
        .map(
            row ->
                observation(
                    row,
                    turnouts.getOrDefault(row.getString(0), new Turnout()),
                    orders.getOrDefault(row.getString(0), new long[0])))
        .toList();
  }

  private static LaunchObservation observation(Row launch, Turnout turnout, long[] orders) {
    return new LaunchObservation(
        launch.getString(0),
        turnout.holders,
        turnout.cameOfHolders,
        launch.getLong(1),
        launch.getLong(2),
        launch.getLong(3),
        launch.getLong(4),
        launch.isNullAt(5) ? Double.NaN : launch.getDouble(5),
        turnout.attempts,
        orders);
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

  /** Members by whether they hold a reservation and when they first tried, in one pass. */
  private Map<String, Turnout> turnouts() {
    Column second =
        when(col(TRIED).isNull(), NOT_TRIED)
            .when(col(TRIED).between(0, FIRST_HOUR - 1), col(TRIED))
            .otherwise(AT_ANOTHER_TIME)
            .as(SECOND);
    Map<String, Turnout> turnouts = new HashMap<>();
    members()
        .groupBy(col(LAUNCH_ID), col(RESERVED).gt(0), second)
        .agg(count("*"))
        .collectAsList()
        .forEach(
            row ->
                turnouts
                    .computeIfAbsent(row.getString(0), id -> new Turnout())
                    .add(row.getBoolean(1), row.getLong(2), row.getLong(3)));
    return turnouts;
  }

  /** Units ordered per second of the first hour. */
  private Map<String, long[]> orders() {
    Map<String, long[]> orders = new HashMap<>();
    events()
        .where(col(KIND).equalTo("ordered"))
        .select(col(LAUNCH_ID), secondOfSale().as(SECOND), col(QUANTITY))
        .where(col(SECOND).between(0, FIRST_HOUR - 1))
        .groupBy(col(LAUNCH_ID), col(SECOND))
        .agg(sum(col(QUANTITY).cast("long")))
        .collectAsList()
        .forEach(
            row -> {
              int second = Math.toIntExact(row.getLong(1));
              long[] perSecond =
                  orders.computeIfAbsent(row.getString(0), id -> new long[FIRST_HOUR]);
              perSecond[second] += row.getLong(2);
            });
    return orders;
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
    return tables.apply(table).where(col(COMMUNITY_ID).equalTo(communityId));
  }

  /** Who held a reservation of one launch, who of them came, and when people first tried. */
  private static final class Turnout {
    private long holders;
    private long cameOfHolders;
    private long[] attempts = new long[0]; // [s of the first hour] members

    void add(boolean holds, long second, long members) {
      if (holds) {
        holders += members;
        cameOfHolders += second == NOT_TRIED ? 0 : members;
      }
      if (second >= 0) {
        attempts = attempts.length == 0 ? new long[FIRST_HOUR] : attempts;
        attempts[Math.toIntExact(second)] += members;
      }
    }
  }
}
