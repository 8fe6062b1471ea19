package groundswell.jobs.ingest;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.Columns;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** All sources of one run: their events one after another, then the smaller tables together. */
final class IngestRun {
  private final Workbench bench;
  private final List<Ingestion> sources;

  IngestRun(Workbench bench, List<FreshFiles> sources, byte[] secret) {
    this.bench = bench;
    this.sources = sources.stream().map(source -> new Ingestion(bench, source, secret)).toList();
  }

  /** Writes all tables to the draft, publishes nothing; one account per file, each balanced. */
  List<Account> write(Draft draft, Run run) {
    try {
      sources.forEach(source -> source.writeEvents(draft));
      writeRejections(draft);
      List<Account> accounts = accounts(draft);
      Account.requireBalance(accounts);
      draft.append(
          Table.META_RECONCILIATION,
          IngestTables.reconciliation(bench.spark(), run.key(), accounts));
      writeCommunities(draft);
      return accounts;
    } finally {
      sources.forEach(Ingestion::close);
    }
  }

  private void writeRejections(Draft draft) {
    sources.stream()
        .filter(Ingestion::hasRejections)
        .map(Ingestion::rejections)
        .reduce(JavaRDD<InternalRow>::union)
        .ifPresent(
            rows ->
                draft.append(
                    Table.CORE_REJECTED_EVENT, IngestTables.rejected(bench.spark(), rows)));
  }

  /** With the rows of each file counted in the table where they stand. */
  private List<Account> accounts(Draft draft) {
    List<Row> accepted =
        draft
            .added(Table.CORE_EVENT)
            .groupBy(Columns.COMMUNITY_ID, Columns.SOURCE_FILE)
            .agg(count(lit(1)))
            .collectAsList();
    List<Account> accounts = new ArrayList<>();
    sources.forEach(source -> accounts.addAll(source.accounts(accepted)));
    return accounts;
  }

  private void writeCommunities(Draft draft) {
    List<Community> communities = sources.stream().map(Ingestion::community).toList();
    Slice slice =
        Slice.communities(new TreeSet<>(communities.stream().map(Community::id).toList()));
    Dataset<Row> fresh = IngestTables.communities(bench.spark(), communities);
    Dataset<Row> known = bench.tables().read(Table.CORE_DIM_COMMUNITY).where(slice.filter());
    if (!rows(known).equals(rows(fresh))) {
      draft.replace(Table.CORE_DIM_COMMUNITY, slice, fresh);
    }
  }

  private static Set<Row> rows(Dataset<Row> rows) {
    return new HashSet<>(rows.collectAsList());
  }
}
