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
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Iceberg tables below a warehouse folder. What is published is what {@code publish/latest.json}
 * names: a run that died while it published is not seen, and the next draft undoes what it left.
 *
 * @see PastTables how an older state is seen
 */
public final class IcebergTables implements Tables {
  private final SparkSession spark;
  private final Catalogue catalogue;
  private final Supplier<Publication> seen;
  private final BiFunction<Run, Tables, Draft> drafts;

  private IcebergTables(
      SparkSession spark,
      Catalogue catalogue,
      Supplier<Publication> seen,
      BiFunction<Run, Tables, Draft> drafts) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.seen = seen;
    this.drafts = drafts;
  }

  /**
   * Opens a warehouse, in a session of its own over the same Spark; the folder is made if missing.
   */
  public static IcebergTables open(SparkSession spark, Path warehouse, Clock clock) {
    Path folder = warehouse.toAbsolutePath().normalize();
    Catalogue catalogue = Catalogue.open(spark, folder);
    return new IcebergTables(
        spark,
        catalogue,
        () -> Publication.read(folder),
        (run, tables) -> new IcebergDraft(spark, catalogue, folder, clock, run, tables));
  }

  /** The tables as a publication had them; what is drafted goes to another warehouse. */
  static IcebergTables past(
      SparkSession spark,
      Path warehouse,
      Publication publication,
      BiFunction<Run, Tables, Draft> drafts) {
    return new IcebergTables(spark, Catalogue.open(spark, warehouse), () -> publication, drafts);
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
    Publication publication = seen.get();
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
    return drafts.apply(run, this);
  }

  private Optional<PublishedTable> published(Table table) {
    return seen.get().table(table);
  }

  private Snapshots snapshots(Table table) {
    return new Snapshots(catalogue.load(table));
  }
}
