package groundswell.jobs.tables;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.ExitCode;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** The branch of one table on which one run writes. */
final class TableDraft {
  private final SparkSession spark;
  private final Run run;
  private final Contract contract;
  private final String sparkName;
  private final org.apache.iceberg.Table table;
  private final String branch;
  private final OptionalLong base;
  private final List<Slice> replaced = new ArrayList<>();
  private boolean isAppended;
  private long begun;

  private TableDraft(
      SparkSession spark,
      Run run,
      Contract contract,
      String sparkName,
      org.apache.iceberg.Table table,
      OptionalLong base) {
    this.spark = spark;
    this.run = run;
    this.contract = contract;
    this.sparkName = sparkName;
    this.table = table;
    this.branch = branchPrefix(run) + run.key();
    this.base = base;
  }

  /** Makes the branch at the published state; drops what earlier runs of the stage left behind. */
  static TableDraft begin(
      SparkSession spark,
      Catalogue catalogue,
      Run run,
      Table name,
      Optional<PublishedTable> published) {
    org.apache.iceberg.Table table =
        published.isPresent() ? catalogue.prepared(name) : catalogue.empty(name);
    OptionalLong base =
        published.isPresent()
            ? OptionalLong.of(published.get().snapshotId())
            : OptionalLong.empty();
    TableDraft draft =
        new TableDraft(spark, run, Contracts.of(name), catalogue.sparkName(name), table, base);
    draft.makeBranch();
    return draft;
  }

  /** What an audit must look at; nothing when nothing was written. */
  Optional<Audited> audited() {
    if (replaced.isEmpty() && !isAppended) {
      return Optional.empty();
    }
    BranchChanges changes = changes();
    boolean isGrown =
        isAppended && replaced.isEmpty() && changes.totalRows() > ContractCheck.SMALL_ROWS;
    return Optional.of(
        new Audited(
            contract,
            isGrown ? appended(changes).rows() : read().filter(touched()),
            isGrown ? appended(changes).earlier() : Optional.empty(),
            changes.totalRows(),
            changes.present(contract)));
  }

  /** The rows of all appends. */
  Dataset<Row> added() {
    return isAppended ? appended(changes()).rows() : read().limit(0);
  }

  private AppendedRows appended(BranchChanges changes) {
    return new AppendedRows(spark, table, sparkName, base, changes);
  }

  Dataset<Row> read() {
    return spark.table(branchName());
  }

  /** Adds rows that tasks make themselves. */
  void append(JavaRDD<? extends SortedRun> runs) {
    RunFiles files = new RunFiles(table, contract);
    List<DataFile> written = runs.map(files::write).collect();
    AppendFiles append = table.newAppend();
    written.forEach(append::appendFile);
    commit(append);
    isAppended = true;
  }

  private void commit(SnapshotUpdate<?> update) {
    update.toBranch(branch);
    Snapshots.summary(run).forEach(update::set);
    try {
      update.commit();
    } catch (CommitFailedException | ValidationException fault) {
      throw conflict(fault);
    }
  }

  /** Adds rows that are at hand, without a job. */
  void appendAtHand(List<Row> rows) {
    commit(table.newAppend().appendFile(FileAtHand.of(table, contract, rows)));
    isAppended = true;
  }

  /** Puts rows that are at hand in place of all. */
  void replaceAtHand(List<Row> rows) {
    commit(
        table
            .newOverwrite()
            .overwriteByRowFilter(alwaysTrue())
            .addFile(FileAtHand.of(table, contract, rows)));
    replaced.add(Slice.all());
  }

  void append(Dataset<Row> rows) {
    write(rows, DataFrameWriterV2::append);
    isAppended = true;
  }

  void replace(Slice slice, Dataset<Row> rows) {
    write(rows, writer -> writer.overwrite(slice.filter()));
    requireInside(slice);
    replaced.add(slice);
  }

  /** Replaces the portions of a slice that are not as published; says so if there are none. */
  void restate(Slice slice, Dataset<Row> rows) {
    if (base.isEmpty() || new Snapshots(table).rows(base.getAsLong(), slice) == 0) {
      replace(slice, rows);
      return;
    }
    Dataset<Row> kept =
        ContractShape.written(contract, rows).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> published = ContractShape.read(contract, read()).filter(slice.filter());
      NavigableSet<Portion> changed = ChangedPortions.between(contract, kept, published);
      Column filter = ChangedPortions.filter(changed);
      if (changed.isEmpty()) {
        commit(table.newAppend());
      } else {
        write(kept.filter(filter), writer -> writer.overwrite(filter));
        requireInside(slice);
      }
    } finally {
      kept.unpersist();
    }
    replaced.add(slice);
  }

  /** Makes the branch the main line, drops its name and tags its state, all in one commit. */
  void fastForward(PublicationTag tag) {
    table.refresh();
    try {
      ManageSnapshots manage =
          table
              .manageSnapshots()
              .fastForwardBranch(SnapshotRef.MAIN_BRANCH, branch)
              .removeBranch(branch);
      tag.on(table, table.snapshot(branch), manage).commit();
    } catch (CommitFailedException | ValidationException | IllegalArgumentException fault) {
      throw conflict(fault);
    }
  }

  /** How readers find the new state. */
  PublishedTable published(Path warehouse) {
    Snapshot current = table.currentSnapshot();
    String metadata = ((HasTableOperations) table).operations().current().metadataFileLocation();
    return new PublishedTable(
        relative(warehouse, metadata),
        current.snapshotId(),
        Snapshots.count(current, "total-records"),
        contract.version(),
        new Snapshots(table)
            .files(current.snapshotId()).stream()
                .map(file -> relative(warehouse, file.location()))
                .toList());
  }

  /** What the run did, from the commits of its branch. */
  RunOutput output() {
    return new RunOutput(changes().written(), replaced, isAppended);
  }

  private BranchChanges changes() {
    table.refresh();
    return new BranchChanges(table, branch, begun);
  }

  private Column touched() {
    return isAppended
        ? functions.lit(true)
        : replaced.stream().map(Slice::filter).reduce(Column::or).orElseThrow();
  }

  private void makeBranch() {
    if (base.isEmpty()) {
      withoutStaleBranches(table.manageSnapshots()).commit();
      table.manageSnapshots().createBranch(branch).commit();
      begun = table.snapshot(branch).snapshotId();
      return;
    }
    ManageSnapshots manage = withoutStaleBranches(table.manageSnapshots());
    if (table.currentSnapshot().snapshotId() != base.getAsLong()) {
      manage = manage.setCurrentSnapshot(base.getAsLong());
    }
    manage.createBranch(branch, base.getAsLong()).commit();
    begun = base.getAsLong();
  }

  private ManageSnapshots withoutStaleBranches(ManageSnapshots manage) {
    ManageSnapshots without = manage;
    for (String ref : table.refs().keySet()) {
      if (ref.startsWith(branchPrefix(run))) {
        without = without.removeBranch(ref);
      }
    }
    return without;
  }

  private void write(Dataset<Row> rows, Write write) {
    DataFrameWriterV2<Row> writer = ContractShape.written(contract, rows).writeTo(branchName());
    for (Map.Entry<String, String> entry : Snapshots.summary(run).entrySet()) {
      writer = writer.option("snapshot-property." + entry.getKey(), entry.getValue());
    }
    try {
      write.with(writer);
    } catch (NoSuchTableException gone) {
      throw conflict(gone);
    }
  }

  private void requireInside(Slice slice) {
    table.refresh();
    Snapshots snapshots = new Snapshots(table);
    Snapshot head = table.snapshot(branch);
    for (DataFile file : head.addedDataFiles(table.io())) {
      if (!slice.contains(snapshots.portion(file))) {
        throw new IllegalArgumentException(
            "%s: rows of %s were written to replace '%s', which does not hold them"
                .formatted(contract.table(), snapshots.portion(file), slice.text()));
      }
    }
  }

  private Refusal conflict(Exception fault) {
    return new Refusal(
        ExitCode.COMMIT_CONFLICT,
        "%s was changed by another writer while stage '%s' ran: %s\n  nothing was published; run the stage again"
            .formatted(contract.table(), run.stage(), fault.getMessage()),
        fault);
  }

  private String branchName() {
    return sparkName + ".branch_" + branch;
  }

  private static String branchPrefix(Run run) {
    return run.stage() + "_";
  }

  private static String relative(Path warehouse, String location) {
    return warehouse.relativize(LocalFiles.path(location)).toString();
  }

  /** One way to finish a write. */
  private interface Write {
    void with(DataFrameWriterV2<Row> writer) throws NoSuchTableException;
  }
}
