package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of {@code core.fact_launch_event} for tests: one sale of phones that opens at noon. */
final class LaunchRows extends SparkCase {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private LaunchRows() {}

  static Row event(String kind, Integer member, long quantity, long seconds) {
    return event(kind, member, quantity, seconds, "0");
  }

  static Row event(String kind, Integer member, long quantity, long seconds, String amount) {
    return row(kind, member, quantity, new BigDecimal(amount).setScale(4), at(seconds), null);
  }

  /** The sale is announced an hour before noon. */
  static Row scheduled() {
    return row("scheduled", null, 0L, null, at(-3600), at(0));
  }

  static Timestamp at(long seconds) {
    return Timestamp.from(NOON.plusSeconds(seconds));
  }

  static Dataset<Row> events(Row... rows) {
    List<Row> whole = new ArrayList<>();
    for (Row row : rows) {
      whole.add(
          row(
              "club",
              "sale",
              "shop",
              "phone",
              "CNY",
              "e" + whole.size(),
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3),
              row.get(4),
              row.get(5)));
    }
    return table(
        Table.CORE_FACT_LAUNCH_EVENT,
        List.of(
            COMMUNITY_ID,
            LAUNCH_ID,
            CHANNEL,
            SKU,
            CURRENCY,
            EVENT_ID,
            KIND,
            MEMBER_NUMBER,
            QUANTITY,
            AMOUNT,
            EVENT_TS,
            OPENS_TS),
        whole.toArray(Row[]::new));
  }
}
