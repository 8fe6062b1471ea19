package groundswell.jobs.ingest;

import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A warehouse after ingest, as tests look at it. */
record Ingested(Workbench bench, Summary summary) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** Ingests a folder into a warehouse. */
  static Ingested of(SparkSession spark, Path warehouse, Path source, Path input) {
    return of(spark, warehouse, IngestJob.of(source, input));
  }

  /** Runs a job over a warehouse. */
  static Ingested of(SparkSession spark, Path warehouse, IngestJob job) {
    Workbench bench = Workbench.over(spark, warehouse, CLOCK);
    return new Ingested(bench, job.run(bench));
  }

  /** Ingests into the same warehouse again. */
  Ingested again(Path source, Path input) {
    return new Ingested(bench, IngestJob.of(source, input).run(bench));
  }

  Tables tables() {
    return bench.tables();
  }

  Dataset<Row> events() {
    return tables().read(Table.CORE_EVENT);
  }

  Dataset<Row> rejections() {
    return tables().read(Table.CORE_REJECTED_EVENT);
  }

  List<Row> accounts() {
    return tables()
        .read(Table.META_RECONCILIATION)
        .select("source_file", "rows_read", "events_read", "accepted", "duplicate", "rejected")
        .orderBy("source_file")
        .collectAsList();
  }

  /** What is assumed that a member of the only community could spend. */
  Row wallet() {
    return tables()
        .read(Table.CORE_DIM_COMMUNITY)
        .select(
            "wallet_assumption_id", "wallet_per_member_year", "wallet_currency", "wallet_source")
        .first();
  }

  /** What makes a member of the only community active. */
  String activityTypes() {
    return tables().read(Table.CORE_DIM_COMMUNITY).first().getAs("activity_event_types");
  }

  /** Rejected rows by reason. */
  Map<String, Long> reasons() {
    Map<String, Long> reasons = new TreeMap<>();
    rejections()
        .groupBy("reason")
        .sum("rejected_count")
        .collectAsList()
        .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
    return reasons;
  }
}
