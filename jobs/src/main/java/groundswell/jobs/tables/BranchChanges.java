package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/** What the commits of a branch changed, from their metadata alone. */
final class BranchChanges {
  private final Table table;
  private final Snapshot head;
  private final long begun;
  private final List<Snapshot> commits = new ArrayList<>();

  /**
   * @param begun the snapshot at which the branch was made
   */
  BranchChanges(Table table, String branch, long begun) {
    this.table = table;
    this.begun = begun;
    this.head = table.snapshot(branch);
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      if (snapshot.snapshotId() == begun) {
        break;
      }
      commits.add(snapshot);
    }
  }

  /** The snapshot at which the branch was made. */
  long begun() {
    return begun;
  }

  /** The state after the last commit. */
  Snapshot head() {
    return head;
  }

  /** Rows of the whole table. */
  long totalRows() {
    return Snapshots.count(head, "total-records");
  }

  /** Rows added and removed. */
  Written written() {
    return new Written(
        head.snapshotId(), sum("added-records"), sum("deleted-records"), totalRows());
  }

  /** Communities to which rows were added. */
  Set<String> communities() {
    Snapshots snapshots = new Snapshots(table);
    Set<String> communities = new TreeSet<>();
    files().forEach(file -> communities.add(snapshots.portion(file).communityId()));
    return communities;
  }

  /** Columns that hold no null in any added file, as far as the files' statistics tell. */
  Set<String> present(Contract contract) {
    List<DataFile> files = files();
    return contract.columnNames().stream()
        .filter(name -> files.stream().allMatch(file -> isPresent(file, name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isPresent(DataFile file, String column) {
    int id = table.schema().findField(column).fieldId();
    return file.nullValueCounts() != null && file.nullValueCounts().getOrDefault(id, 1L) == 0;
  }

  private List<DataFile> files() {
    List<DataFile> files = new ArrayList<>();
    commits.forEach(commit -> commit.addedDataFiles(table.io()).forEach(files::add));
    return files;
  }

  private long sum(String count) {
    return commits.stream().mapToLong(commit -> Snapshots.count(commit, count)).sum();
  }
}
