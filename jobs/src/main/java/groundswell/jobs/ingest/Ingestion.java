package groundswell.jobs.ingest;

import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.InternalRows;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;

/**
 * One source of a run: a first look at all files, the search for copies, the write, the accounts.
 * Holds what was read until it is closed.
 */
final class Ingestion implements AutoCloseable {
  private final Workbench bench;
  private final ScanPlan plan;
  private final FreshFiles source;
  private final InternalRows internal;
  private final JavaRDD<List<InputFile>> groups;
  private final JavaRDD<EventBlock> blocks;
  private Broadcast<Copies> copies;
  private Map<Integer, EventBlock.Tally> tallies = Map.of();

  Ingestion(Workbench bench, FreshFiles source, byte[] secret) {
    this.bench = bench;
    this.plan =
        new ScanPlan(
            source.mapping().mapping(),
            source.mapping().input(),
            secret,
            ErasedMembers.of(bench.tables(), source.community().id()));
    this.source = source;
    this.internal = new InternalRows(bench.spark());
    List<List<InputFile>> split = FileGroups.of(source.files(), bench.spark());
    this.groups = context().parallelize(split, split.size());
    this.blocks = groups.mapPartitions(new BlockReader(plan)).persist(StorageLevel.DISK_ONLY());
  }

  Community community() {
    return source.community();
  }

  /** Reads the files and writes the events that are neither refused nor copies. */
  void writeEvents(Draft draft) {
    copies =
        context().broadcast(new Duplicates(internal, plan.positional()).find(blocks, stored()));
    tallies = tallies(blocks);
    boolean isEmpty =
        tallies.values().stream().allMatch(tally -> tally.events() == copiesOf(tally.file()));
    if (!isEmpty) {
      WritePlan writes = WritePlan.of(tallies.values(), context().defaultParallelism());
      draft.append(Table.CORE_EVENT, EventRuns.of(blocks, copies, writes, community().id()));
    }
  }

  boolean hasRejections() {
    return hasConflicts()
        || tallies.values().stream().anyMatch(tally -> tally.rejected() + tally.erased() > 0);
  }

  /** Rows of {@code core.rejected_event}. */
  JavaRDD<InternalRow> rejections() {
    JavaRDD<Rejection> rejections = blocks.flatMap(block -> block.rejections().iterator());
    if (hasConflicts()) {
      rejections = rejections.union(groups.mapPartitions(new Conflicts(plan, copies)));
    }
    return IngestTables.rejectedRows(community().id(), rejections);
  }

  /**
   * @param accepted community, file and number of rows as the table counts them
   */
  List<Account> accounts(List<Row> accepted) {
    Map<String, Long> counts = new HashMap<>();
    accepted.stream()
        .filter(row -> row.getString(0).equals(community().id()))
        .forEach(row -> counts.put(row.getString(1), row.getLong(2)));
    return source.files().stream()
        .map(file -> account(file, counts.getOrDefault(file.name(), 0L)))
        .toList();
  }

  @Override
  public void close() {
    blocks.unpersist();
  }

  private Account account(InputFile file, long accepted) {
    EventBlock.Tally tally = tallies.get(file.number());
    return new Account(
        community().id(),
        file,
        source.hashes().get(file.name()),
        tally.rows(),
        tally.events() + tally.rejected() + tally.erased(),
        accepted,
        copies.value().equal(file.number()),
        tally.rejected() + copies.value().conflicting(file.number()),
        tally.erased());
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(bench.spark().sparkContext());
  }

  /** The community's rows of {@code core.event}; empty when there is none. */
  private Optional<Dataset<Row>> stored() {
    Slice slice = Slice.communities(Set.of(community().id()));
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

  private boolean hasConflicts() {
    return source.files().stream().anyMatch(file -> copies.value().conflicting(file.number()) > 0);
  }

  private long copiesOf(int file) {
    return copies.value().equal(file) + copies.value().conflicting(file);
  }
}
