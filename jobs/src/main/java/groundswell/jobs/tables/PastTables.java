package groundswell.jobs.tables;

import static org.apache.spark.sql.functions.lit;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of a warehouse as a run found them, and as it left them. Changes nothing there. */
public final class PastTables {
  private final SparkSession spark;
  private final Path warehouse;
  private final RunManifest manifest;
  private final Catalogue catalogue;

  private PastTables(SparkSession spark, Path warehouse, RunManifest manifest) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.manifest = manifest;
    this.catalogue = Catalogue.open(spark, warehouse);
  }

  /**
   * Those of a run.
   *
   * @throws Refusal when a snapshot that the run read or wrote is not there any more
   */
  public static PastTables of(SparkSession spark, Path warehouse, RunManifest manifest) {
    PastTables past = new PastTables(spark, warehouse, manifest);
    if (manifest.base().isEmpty()) {
      throw new Refusal(
          ExitCode.INPUT_MISSING,
          "The manifest of run %s was written by an older version, which did not note what the run found"
              .formatted(manifest.id()));
    }
    manifest.run().inputs().keySet().forEach(past::requireFound);
    manifest.outputs().forEach(past::require);
    return past;
  }

  /** The tables as the run found them; what a stage writes over them goes to another warehouse. */
  public Tables drafting(Path scratch, Clock clock) {
    Catalogue beside = Catalogue.open(spark, scratch);
    return IcebergTables.past(
        spark,
        warehouse,
        found(),
        (run, tables) -> new IcebergDraft(spark, beside, scratch, clock, run, tables));
  }

  /** The rows that the run wrote to a table. */
  public Dataset<Row> written(Table table) {
    RunOutput output = manifest.outputs().get(table);
    long after = output.written().snapshotId();
    Contract contract = Contracts.of(table);
    if (!output.isAppended()) {
      Dataset<Row> rows = spark.read().option("versionAsOf", after).table(name(table));
      return ContractShape.read(contract, rows.filter(replaced(output.replaced())));
    }
    Long before = manifest.published().get(table);
    var reader = spark.read().option("end-snapshot-id", after);
    return ContractShape.read(
        contract,
        before == null
            ? spark.read().option("versionAsOf", after).table(name(table))
            : reader.option("start-snapshot-id", before).table(name(table)));
  }

  private static Column replaced(List<Slice> slices) {
    return slices.stream().map(Slice::filter).reduce(lit(false), Column::or);
  }

  private Publication found() {
    Map<Table, PublishedTable> tables = new TreeMap<>();
    manifest.published().forEach((table, id) -> tables.put(table, found(table, id)));
    return new Publication(manifest.base(), Instant.EPOCH, Optional.empty(), tables);
  }

  /** After a rewrite of files a run names the snapshot that had the same rows first. */
  private PublishedTable found(Table table, long id) {
    long same = manifest.run().inputs().getOrDefault(table, id);
    return new PublishedTable("", id, same, 0, "", List.of());
  }

  private void require(Table table, RunOutput output) {
    require(table, output.written().snapshotId());
    requireFound(table);
  }

  private void requireFound(Table table) {
    Long before = manifest.published().get(table);
    if (before != null) {
      require(table, before);
    }
  }

  private void require(Table table, long snapshotId) {
    if (!catalogue.exists(table) || catalogue.load(table).snapshot(snapshotId) == null) {
      throw new Refusal(
          ExitCode.INPUT_MISSING,
          "Run %s cannot be reproduced: snapshot %d of %s is gone, by 'maintain expire' or by an erasure"
              .formatted(manifest.id(), snapshotId, table));
    }
  }

  private String name(Table table) {
    return catalogue.sparkName(table);
  }
}
