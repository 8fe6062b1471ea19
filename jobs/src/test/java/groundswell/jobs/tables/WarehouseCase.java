package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.CORE_REJECTED_EVENT;

import groundswell.jobs.SparkCase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh warehouse for each test, and the two smallest tables to write to it. */
abstract class WarehouseCase extends SparkCase {
  private static final String COMMUNITY =
      "community_id STRING, name STRING, zone STRING, currency STRING, storage_period STRING,"
          + " activity_event_types STRING, adoption_event_types STRING,"
          + " adoption_sku_category STRING, edge_half_life_days INT, wallet_assumption_id STRING,"
          + " wallet_per_member_year DECIMAL(18,4), wallet_currency STRING, wallet_source STRING,"
          + " smallest_group INT";
  private static final String REJECTED =
      "community_id STRING, period DATE, source_file STRING, source_offset STRING, event_type"
          + " STRING, event_id STRING, reason STRING, detail STRING, raw BINARY, rejected_count"
          + " BIGINT";

  @TempDir Path warehouse;
  Tables tables;

  @BeforeEach
  void open() {
    tables = IcebergTables.open(spark(), warehouse, Clock.systemUTC());
  }

  Published publish(Slice slice, Dataset<Row> communities) {
    return publish(run(slice), slice, communities);
  }

  Published publish(Run run, Slice slice, Dataset<Row> communities) {
    Draft draft = tables.draft(run);
    draft.replace(CORE_DIM_COMMUNITY, slice, communities);
    return draft.publish();
  }

  Published publishRejected(Run run, Slice slice, Dataset<Row> rejected) {
    Draft draft = tables.draft(run);
    draft.replace(CORE_REJECTED_EVENT, slice, rejected);
    return draft.publish();
  }

  static Run run(Slice slice) {
    return Run.of("ingest", slice).writing(CORE_DIM_COMMUNITY);
  }

  static Dataset<Row> communities(String... ids) {
    Row[] rows = new Row[ids.length];
    for (int index = 0; index < ids.length; index++) {
      rows[index] =
          row(
              ids[index],
              ids[index],
              "UTC",
              "EUR",
              "day",
              "follow",
              "order_paid",
              null,
              28,
              null,
              null,
              null,
              null,
              10);
    }
    return table(COMMUNITY, rows);
  }

  /** One refused row per period, e.g. {@code rejected("tea", "2024-05-01", "2024-05-02")}. */
  static Dataset<Row> rejected(String communityId, String... periods) {
    Row[] rows = new Row[periods.length];
    for (int index = 0; index < periods.length; index++) {
      rows[index] = rejectedRow(communityId, periods[index]);
    }
    return table(REJECTED, rows);
  }

  private static Row rejectedRow(String communityId, String period) {
    byte[] raw = "row".getBytes(StandardCharsets.UTF_8);
    return row(communityId, Date.valueOf(period), "day.csv", "1", null, null, "BAD", "?", raw, 1L);
  }
}
