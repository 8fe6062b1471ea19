package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Tables in memory, for tests of stages: the same contracts and audits, no files. One thread. */
public final class MemoryTables implements Tables {
  private final SparkSession spark;
  private final Map<Table, List<Row>> rows = new HashMap<>();
  private final Map<Table, Long> snapshots = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Map<String, Map<Table, Long>> caughtUp = new HashMap<>();

  public MemoryTables(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public Dataset<Row> read(Table table) {
    return dataset(table, rows.getOrDefault(table, List.of()));
  }

  @Override
  public long rows(Table table, Slice slice) {
    return read(table).filter(slice.filter()).count();
  }

  @Override
  public boolean exists(Table table) {
    return rows.containsKey(table);
  }

  @Override
  public OptionalLong snapshotId(Table table) {
    return exists(table) ? OptionalLong.of(snapshots.get(table)) : OptionalLong.empty();
  }

  @Override
  public NavigableSet<Portion> changedSince(Table table, OptionalLong snapshotId) {
    if (snapshotId.equals(snapshotId(table))) {
      return new TreeSet<>();
    }
    Dataset<Row> all = read(table);
    boolean hasPeriod = Contracts.of(table).has("period");
    return all
        .select(
            functions.col("community_id"),
            hasPeriod ? functions.col("period") : functions.lit(null))
        .distinct()
        .collectAsList()
        .stream()
        .map(MemoryTables::portion)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Map<Table, Long> caughtUp(Table output, String communityId) {
    return caughtUp.getOrDefault(output + " " + communityId, Map.of());
  }

  @Override
  public boolean isDone(Run run) {
    return done.contains(run.key());
  }

  @Override
  public Draft draft(Run run) {
    return new MemoryDraft(run);
  }

  private Dataset<Row> dataset(Table table, List<Row> content) {
    return spark.createDataFrame(content, ContractTypes.structType(Contracts.of(table)));
  }

  private static Portion portion(Row row) {
    return new Portion(
        row.getString(0),
        row.isNullAt(1) ? Optional.empty() : Optional.of(row.getDate(1).toLocalDate()));
  }

  /** Rows over the published ones. */
  private final class MemoryDraft implements Draft {
    private final Run run;
    private final Map<Table, Dataset<Row>> drafts = new TreeMap<>();
    private final Map<Table, Long> added = new TreeMap<>();

    private MemoryDraft(Run run) {
      this.run = run;
    }

    @Override
    public Dataset<Row> read(Table table) {
      return drafts.getOrDefault(table, MemoryTables.this.read(table));
    }

    @Override
    public Dataset<Row> added(Table table) {
      return read(table).exceptAll(MemoryTables.this.read(table));
    }

    @Override
    public void append(Table table, Dataset<Row> fresh) {
      keep(table, read(table).collectAsList(), fresh);
    }

    @Override
    public void append(Table table, JavaRDD<? extends SortedRun> runs) {
      StructType columns = ContractTypes.structType(Contracts.of(table));
      JavaRDD<InternalRow> rows = runs.flatMap(run -> RowsOfColumns.of(run, columns).iterator());
      append(table, new InternalRows(spark).dataset(rows, columns));
    }

    @Override
    public void replace(Table table, Slice slice, Dataset<Row> fresh) {
      keep(table, read(table).filter(functions.not(slice.filter())).collectAsList(), fresh);
    }

    @Override
    public void restate(Table table, Slice slice, Dataset<Row> fresh) {
      replace(table, slice, fresh);
    }

    @Override
    public void restateTogether(Slice slice, Map<Table, Supplier<Dataset<Row>>> fresh) {
      fresh.forEach((table, content) -> restate(table, slice, content.get()));
    }

    @Override
    public void completeThrough(LocalDate day) {
      // nobody reads it from memory
    }

    @Override
    public Published publish() {
      ContractCheck check = new ContractCheck(spark, this::read);
      drafts.keySet().forEach(table -> check.audit(audited(table)));
      Map<Table, Written> written = new TreeMap<>();
      drafts.forEach((table, content) -> written.put(table, publish(table, content)));
      done.add(run.key());
      return new Published(run.stage() + "-" + run.key(), written);
    }

    private Audited audited(Table table) {
      return new Audited(Contracts.of(table), read(table), Optional.empty(), 0, Set.of());
    }

    private Written publish(Table table, Dataset<Row> content) {
      rows.put(table, content.collectAsList());
      snapshots.merge(table, 1L, Long::sum);
      for (String community : run.caughtUp()) {
        caughtUp.put(table + " " + community, run.inputs());
      }
      return new Written(snapshots.get(table), added.get(table), 0, rows.get(table).size());
    }

    private void keep(Table table, List<Row> kept, Dataset<Row> fresh) {
      Contract contract = Contracts.of(table);
      List<Row> content = ContractShape.written(contract, fresh).collectAsList();
      added.merge(table, (long) content.size(), Long::sum);
      List<Row> all = new ArrayList<>(kept);
      all.addAll(content);
      drafts.put(table, dataset(table, all));
    }
  }
}
