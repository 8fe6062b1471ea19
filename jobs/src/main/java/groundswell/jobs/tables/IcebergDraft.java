package groundswell.jobs.tables;

import groundswell.jobs.lineage.ColumnLineage;
import groundswell.jobs.lineage.LineageFile;
import groundswell.jobs.lineage.PlanLineage;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The drafts of one run, one branch per table. */
final class IcebergDraft implements Draft {
  private final SparkSession spark;
  private final Catalogue catalogue;
  private final Path warehouse;
  private final Clock clock;
  private final Run run;
  private final Tables published;
  private final Publication base;
  private final Instant started;
  private final Map<Table, TableDraft> drafts = new ConcurrentHashMap<>();
  private final Map<Table, ColumnLineage> columns = new ConcurrentHashMap<>();
  private Optional<LocalDate> completeThrough = Optional.empty();

  IcebergDraft(
      SparkSession spark,
      Catalogue catalogue,
      Path warehouse,
      Clock clock,
      Run run,
      Tables published) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.warehouse = warehouse;
    this.clock = clock;
    this.run = run;
    this.published = published;
    this.base = Publication.read(warehouse);
    this.started = clock.instant();
  }

  @Override
  public Dataset<Row> read(Table table) {
    TableDraft draft = drafts.get(table);
    return draft == null ? published.read(table) : draft.read();
  }

  @Override
  public Dataset<Row> added(Table table) {
    return drafted(table).added();
  }

  @Override
  public void append(Table table, Dataset<Row> rows) {
    follow(table, rows);
    drafted(table).append(rows);
  }

  @Override
  public void append(Table table, JavaRDD<? extends SortedRun> runs) {
    drafted(table).append(runs);
  }

  @Override
  public void replace(Table table, Slice slice, Dataset<Row> rows) {
    follow(table, rows);
    drafted(table).replace(slice, rows);
  }

  @Override
  public void restate(Table table, Slice slice, Dataset<Row> rows) {
    follow(table, rows);
    drafted(table).restate(slice, rows);
  }

  @Override
  public void restateTogether(Slice slice, Map<Table, Supplier<Dataset<Row>>> rows) {
    Together.run(
        spark,
        new TreeMap<>(rows).entrySet(),
        entry -> restate(entry.getKey(), slice, entry.getValue().get()));
  }

  @Override
  public void completeThrough(LocalDate day) {
    completeThrough = Optional.of(day);
  }

  @Override
  public Published publish() {
    if (drafts.isEmpty()) {
      return new Published(base.name(), Map.of());
    }
    ContractCheck check = new ContractCheck(spark, this::read);
    each(draft -> draft.audited().ifPresent(check::audit));
    Publication next = base.next(run.stage() + "-" + run.key(), clock.instant(), completeThrough);
    RunManifest manifest = manifest(next.name());
    LineageFile lineage = RunLineage.of(warehouse, manifest, columns);
    PublicationRecord state = new PublicationRecord(next, run.stage(), manifest.written());
    drafted(Table.META_RUN).appendAtHand(List.of(RunRow.of(manifest)));
    drafted(Table.META_PUBLICATION).appendAtHand(state.tables());
    drafted(Table.META_CONTRACT_STATUS).replaceAtHand(state.contracts());
    PublicationTag tag = PublicationTag.of(next);
    each(draft -> draft.fastForward(tag));
    Map<Table, PublishedTable> untouched = new TreeMap<>(base.tables());
    untouched.keySet().removeAll(drafts.keySet());
    Map<Table, PublishedTable> tagged = tag.onAll(untouched, catalogue, warehouse);
    next.with(published()).with(tagged).write(warehouse);
    ManifestFile.in(warehouse).write(manifest);
    lineage.write();
    return new Published(next.name(), manifest.written());
  }

  private RunManifest manifest(String id) {
    Map<Table, RunOutput> outputs = new TreeMap<>();
    drafts.forEach((table, draft) -> outputs.put(table, draft.output()));
    Map<Table, Long> before = new TreeMap<>();
    base.tables().forEach((table, state) -> before.put(table, state.snapshotId()));
    Set<Table> named = new TreeSet<>(run.inputs().keySet());
    named.addAll(outputs.keySet());
    RunOrigin origin = RunOrigin.ofThisProgram(spark, named);
    return new RunManifest(id, run, started, clock.instant(), base.name(), before, outputs, origin);
  }

  private void follow(Table table, Dataset<Row> rows) {
    columns.merge(table, PlanLineage.of(rows), ColumnLineage::and);
  }

  private Map<Table, PublishedTable> published() {
    Map<Table, PublishedTable> changed = new TreeMap<>();
    drafts.forEach((table, draft) -> changed.put(table, draft.published(warehouse)));
    return changed;
  }

  private void each(Consumer<TableDraft> work) {
    Together.run(spark, new TreeMap<>(drafts).values(), work);
  }

  private TableDraft drafted(Table table) {
    return drafts.computeIfAbsent(
        table, key -> TableDraft.begin(spark, catalogue, run, key, base.table(key)));
  }
}
