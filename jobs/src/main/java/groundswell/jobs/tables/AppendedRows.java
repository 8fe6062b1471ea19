package groundswell.jobs.tables;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows that the appends of a branch added, and those that were there before.
 *
 * @param base the published snapshot, if there is one
 */
record AppendedRows(
    SparkSession spark, Table table, String sparkName, OptionalLong base, BranchChanges changes) {
  Dataset<Row> rows() {
    return spark
        .read()
        .option("start-snapshot-id", changes.begun())
        .option("end-snapshot-id", changes.head().snapshotId())
        .table(sparkName);
  }

  /** Published rows of the communities to which rows were added, if any file holds one. */
  Optional<Dataset<Row>> earlier() {
    Slice grown = Slice.communities(changes.communities());
    return base.isPresent() && new Snapshots(table).rows(base.getAsLong(), grown) > 0
        ? Optional.of(published(base.getAsLong()).filter(grown.filter()))
        : Optional.empty();
  }

  private Dataset<Row> published(long snapshotId) {
    return spark.read().option("versionAsOf", snapshotId).table(sparkName);
  }
}
