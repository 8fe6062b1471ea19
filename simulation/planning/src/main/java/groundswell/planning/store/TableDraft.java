package groundswell.planning.store;

import static groundswell.schemas.Columns.COMMUNITY_ID;
import static groundswell.schemas.Columns.SCENARIO;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** The branch of one table on which one run writes. */
final class TableDraft {
  private final Warehouse warehouse;
  private final Contract contract;
  private final org.apache.iceberg.Table table;
  private final String branch;

  private TableDraft(Warehouse warehouse, Contract contract, String branch) {
    this.warehouse = warehouse;
    this.contract = contract;
    this.branch = branch;
    this.table = prepared();
  }

  /** Makes the branch at the published state; what a run left behind that died is dropped. */
  static TableDraft begin(
      Warehouse warehouse, Table name, Optional<PublishedTable> published, String stage) {
    var draft = new TableDraft(warehouse, Contracts.of(name), stage + "_draft");
    draft.branchAt(published);
    return draft;
  }

  Table name() {
    return contract.table();
  }

  void replace(String communityId, String scenario, Rows rows) {
    var overwrite =
        table.newOverwrite().toBranch(branch).overwriteByRowFilter(slice(communityId, scenario));
    if (!rows.list().isEmpty()) {
      overwrite.addFile(new DataFileWriter(table, contract).write(rows));
    }
    overwrite.commit();
  }

  /** Reads what was written, and holds it against the contract before it is published. */
  void audit(String communityId, String scenario) {
    table.refresh();
    long written = table.refs().get(branch).snapshotId();
    var scan = IcebergGenerics.read(table).useSnapshot(written).where(slice(communityId, scenario));
    try (CloseableIterable<Record> rows = scan.build()) {
      ContractAudit.check(contract, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read back " + name(), e);
    }
  }

  private static Expression slice(String communityId, String scenario) {
    return Expressions.and(
        Expressions.equal(COMMUNITY_ID, communityId), Expressions.equal(SCENARIO, scenario));
  }

  /** Makes the branch the main line, tagged with the publication; tells how readers find it. */
  PublishedTable publish(Publication publication) {
    table.refresh();
    ManageSnapshots manage =
        table
            .manageSnapshots()
            .fastForwardBranch(SnapshotRef.MAIN_BRANCH, branch)
            .removeBranch(branch);
    PublicationTag.on(table, table.snapshot(branch), manage, publication).commit();
    Snapshot current = table.currentSnapshot();
    String metadata = ((HasTableOperations) table).operations().current().metadataFileLocation();
    String rows = current.summary().getOrDefault("total-records", "0");
    return new PublishedTable(
        relative(metadata),
        current.snapshotId(),
        Long.parseLong(rows),
        contract.version(),
        files());
  }

  private void branchAt(Optional<PublishedTable> published) {
    var manage = table.manageSnapshots();
    if (table.refs().containsKey(branch)) {
      manage.removeBranch(branch);
    }
    if (published.isEmpty()) {
      manage.createBranch(branch).commit();
      return;
    }
    long snapshot = published.get().snapshotId();
    if (table.currentSnapshot().snapshotId() != snapshot) {
      manage.setCurrentSnapshot(snapshot);
    }
    manage.createBranch(branch, snapshot).commit();
  }

  private List<String> files() {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(task -> files.add(relative(task.file().location())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the files of " + name(), e);
    }
    return files;
  }

  private String relative(String location) {
    return warehouse.relative(location);
  }

  private org.apache.iceberg.Table prepared() {
    var identifier = Warehouse.identifier(name());
    if (warehouse.catalog().tableExists(identifier)) {
      return warehouse.catalog().loadTable(identifier);
    }
    try {
      warehouse.catalog().createNamespace(Namespace.of(name().namespace()));
    } catch (AlreadyExistsException present) {
      // another table of the layer came first
    }
    var schema = ColumnTypes.schema(contract);
    return warehouse
        .catalog()
        .buildTable(identifier, schema)
        .withPartitionSpec(ColumnTypes.partitions(schema))
        .withProperties(Map.of("format-version", "2", "write.parquet.compression-codec", "zstd"))
        .create();
  }
}
