package groundswell.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.InternalRows;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.Columns;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * One run over files: a first look at all of them, the search for copies, the write, the accounts.
 * Publishes nothing itself.
 */
final class Ingestion {
  private final Workbench bench;
  private final ScanPlan plan;
  private final Community community;
  private final InternalRows internal;
  private final List<InputFile> files;
  private final JavaRDD<List<InputFile>> groups;

  Ingestion(Workbench bench, ScanPlan plan, List<InputFile> files) {
    this.bench = bench;
    this.plan = plan;
    this.community = plan.mapping().community();
    this.internal = new InternalRows(bench.spark());
    this.files = files;
    List<List<InputFile>> split = FileGroups.of(files, bench.spark());
    this.groups = context().parallelize(split, split.size());
  }

  /** Writes all tables to the draft; returns one account per file, each balanced. */
  List<Account> write(Draft draft, Run run, Map<String, String> hashes) {
    JavaRDD<EventBlock> blocks =
        groups.mapPartitions(new BlockReader(plan)).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Broadcast<Copies> copies =
          context().broadcast(new Duplicates(internal, plan.positional()).find(blocks, stored()));
      Map<Integer, EventBlock.Tally> tallies = tallies(blocks);
      writeEvents(draft, blocks, copies, tallies);
      writeRejections(draft, blocks, copies, tallies);
      List<Account> accounts = accounts(draft, copies.value(), tallies, hashes);
      Account.requireBalance(accounts);
      writeAccounts(draft, run, accounts);
      return accounts;
    } finally {
      blocks.unpersist();
    }
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(bench.spark().sparkContext());
  }

  /** The community's rows of {@code core.event}; empty when there is none. */
  private Optional<Dataset<Row>> stored() {
    Slice slice = Slice.communities(Set.of(community.id()));
    return bench.tables().rows(Table.CORE_EVENT, slice) > 0
        ? Optional.of(bench.tables().read(Table.CORE_EVENT).where(slice.filter()))
        : Optional.empty();
  }

  private static Map<Integer, EventBlock.Tally> tallies(JavaRDD<EventBlock> blocks) {
    Map<Integer, EventBlock.Tally> tallies = new TreeMap<>();
    for (EventBlock.Tally tally : blocks.map(EventBlock::tally).collect()) {
      tallies.merge(tally.file(), tally, EventBlock.Tally::plus);
    }
    return tallies;
  }

  private void writeEvents(
      Draft draft,
      JavaRDD<EventBlock> blocks,
      Broadcast<Copies> copies,
      Map<Integer, EventBlock.Tally> tallies) {
    boolean isEmpty =
        tallies.values().stream()
            .allMatch(tally -> tally.events() == copiesOf(copies.value(), tally.file()));
    if (!isEmpty) {
      WritePlan writes = WritePlan.of(tallies.values(), context().defaultParallelism());
      draft.append(Table.CORE_EVENT, EventRuns.of(blocks, copies, writes, community.id()));
    }
  }

  private void writeRejections(
      Draft draft,
      JavaRDD<EventBlock> blocks,
      Broadcast<Copies> copies,
      Map<Integer, EventBlock.Tally> tallies) {
    JavaRDD<Rejection> rejections = blocks.flatMap(block -> block.rejections().iterator());
    boolean hasConflicts =
        files.stream().anyMatch(file -> copies.value().conflicting(file.number()) > 0);
    if (hasConflicts) {
      rejections = rejections.union(groups.mapPartitions(new Conflicts(plan, copies)));
    }
    if (hasConflicts || tallies.values().stream().anyMatch(tally -> tally.rejected() > 0)) {
      draft.append(
          Table.CORE_REJECTED_EVENT, IngestTables.rejected(internal, community.id(), rejections));
    }
  }

  private List<Account> accounts(
      Draft draft,
      Copies copies,
      Map<Integer, EventBlock.Tally> tallies,
      Map<String, String> hashes) {
    Map<String, Long> accepted = accepted(draft);
    List<Account> accounts = new ArrayList<>();
    for (InputFile file : files) {
      EventBlock.Tally tally = tallies.get(file.number());
      long conflicts = copies.conflicting(file.number());
      accounts.add(
          new Account(
              file,
              hashes.get(file.name()),
              tally.rows(),
              tally.events() + tally.rejected(),
              accepted.getOrDefault(file.name(), 0L),
              copies.equal(file.number()),
              tally.rejected() + conflicts,
              0));
    }
    return accounts;
  }

  /** Rows by file, counted in the table where they stand. */
  private static Map<String, Long> accepted(Draft draft) {
    Map<String, Long> counts = new HashMap<>();
    draft
        .added(Table.CORE_EVENT)
        .groupBy(Columns.SOURCE_FILE)
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  private void writeAccounts(Draft draft, Run run, List<Account> accounts) {
    draft.append(
        Table.META_RECONCILIATION,
        IngestTables.reconciliation(bench.spark(), run.key(), community.id(), accounts));
    Dataset<Row> fresh = IngestTables.community(bench.spark(), community);
    Dataset<Row> known =
        bench
            .tables()
            .read(Table.CORE_DIM_COMMUNITY)
            .where(col(Columns.COMMUNITY_ID).equalTo(community.id()));
    if (!known.collectAsList().equals(fresh.collectAsList())) {
      draft.replace(
          Table.CORE_DIM_COMMUNITY,
          Slice.communities(new TreeSet<>(List.of(community.id()))),
          fresh);
    }
  }

  private static long copiesOf(Copies copies, int file) {
    return copies.equal(file) + copies.conflicting(file);
  }
}
