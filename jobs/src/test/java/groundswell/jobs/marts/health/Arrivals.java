package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Days of one hamlet from Monday 2026-01-05 on, with so many events each. */
final class Arrivals extends SparkCase {
  static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

  private static final List<String> COLUMNS =
      List.of(COMMUNITY_ID, EVENT_DATE, PERIOD, DELAY_FROM_SECONDS, EVENTS, LATEST_RECEIVED_TS);

  private Arrivals() {}

  /** Day by day; 0 is a day without a row. */
  static Dataset<Row> of(long... events) {
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < events.length; day++) {
      if (events[day] > 0) {
        rows.add(late(day, 0, events[day]));
      }
    }
    return of(rows.toArray(Row[]::new));
  }

  static Dataset<Row> of(Row... rows) {
    return table(Table.CORE_FACT_ARRIVAL, COLUMNS, rows);
  }

  static Row late(int day, long delayFromSeconds, long events) {
    Date date = Date.valueOf(MONDAY.plusDays(day));
    Timestamp received = Timestamp.from(Instant.parse("2026-01-05T12:00:00Z"));
    return RowFactory.create("hamlet", date, date, delayFromSeconds, events, received);
  }
}
