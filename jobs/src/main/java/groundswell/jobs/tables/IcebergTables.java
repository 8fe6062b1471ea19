package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Iceberg tables below a warehouse folder. What is published is what {@code publish/latest.json}
 * names: a run that died while it published is not seen, and the next draft undoes what it left.
 */
public final class IcebergTables implements Tables {
  private final SparkSession spark;
  private final Path warehouse;
  private final Clock clock;
  private final Catalogue catalogue;

  private IcebergTables(SparkSession spark, Path warehouse, Clock clock) {
    this.spark = spark;
    this.warehouse = warehouse.toAbsolutePath().normalize();
    this.clock = clock;
    this.catalogue = Catalogue.open(spark, warehouse);
  }

  /**
   * Opens a warehouse, in a session of its own over the same Spark; the folder is made if missing.
   */
  public static IcebergTables open(SparkSession spark, Path warehouse, Clock clock) {
    return new IcebergTables(spark, warehouse, clock);
  }

  @Override
  public Dataset<Row> read(Table table) {
    Contract contract = Contracts.of(table);
    return published(table)
        .map(
            state ->
                spark
                    .read()
                    .option("versionAsOf", state.snapshotId())
                    .table(catalogue.sparkName(table)))
        .map(rows -> ContractShape.read(contract, rows))
        .orElseGet(() -> spark.createDataFrame(List.of(), ContractTypes.structType(contract)));
  }

  @Override
  public long rows(Table table, Slice slice) {
    return published(table)
        .map(state -> snapshots(table).rows(state.snapshotId(), slice))
        .orElse(0L);
  }

  @Override
  public boolean exists(Table table) {
    return published(table).isPresent();
  }

  @Override
  public OptionalLong snapshotId(Table table) {
    return published(table).stream().mapToLong(PublishedTable::sameRowsAs).findFirst();
  }

  @Override
  public NavigableSet<Portion> changedSince(Table table, OptionalLong snapshotId) {
    return published(table)
        .map(state -> snapshots(table).changed(snapshotId, state.snapshotId()))
        .orElseGet(TreeSet::new);
  }

  @Override
  public Map<Table, Long> caughtUp(Table output, String communityId) {
    return published(output)
        .map(state -> snapshots(output).caughtUp(communityId, state.snapshotId()))
        .orElse(Map.of());
  }

  @Override
  public boolean isDone(Run run) {
    Publication publication = Publication.read(warehouse);
    return !run.outputs().isEmpty()
        && run.outputs().stream()
            .allMatch(
                table ->
                    publication
                        .table(table)
                        .map(state -> snapshots(table).isDone(run, state.snapshotId()))
                        .orElse(false));
  }

  @Override
  public Draft draft(Run run) {
    return new IcebergDraft(spark, catalogue, warehouse, clock, run, this);
  }

  private Optional<PublishedTable> published(Table table) {
    return Publication.read(warehouse).table(table);
  }

  private Snapshots snapshots(Table table) {
    return new Snapshots(catalogue.load(table));
  }
}
