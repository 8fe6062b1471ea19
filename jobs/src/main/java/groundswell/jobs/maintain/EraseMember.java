package groundswell.jobs.maintain;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.ingest.ErasedMembers;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Takes one member out of what ingest wrote, and lists the member's hash in the ledger. */
final class EraseMember {
  private final Workbench bench;
  private final Tables tables;
  private final String communityId;
  private final String memberKey;
  private final ErasedEvents erased;

  EraseMember(Workbench bench, String communityId, String memberKey) {
    this.bench = bench;
    this.tables = bench.tables();
    this.communityId = communityId;
    this.memberKey = memberKey;
    this.erased = new ErasedEvents(memberKey);
  }

  /** Publishes the tables without the member. Safe to run again. */
  Erased run() {
    Dataset<Row> events = ofCommunity(Table.CORE_EVENT);
    Column isRemoved = coalesce(erased.removed(), lit(false));
    Row counts =
        events
            .filter(erased.named())
            .agg(count_if(isRemoved), count_if(not(isRemoved)), collect_set(PERIOD))
            .first();
    Dataset<Row> rejections = ofCommunity(Table.CORE_REJECTED_EVENT);
    Column namesMember = coalesce(col(RAW).cast("string").contains(memberKey), lit(false));
    Row refused = rejections.filter(namesMember).agg(count(lit(1)), collect_set(PERIOD)).first();
    Erased result = new Erased(counts.getLong(0), counts.getLong(1), refused.getLong(0));
    Draft draft = tables.draft(asRun());
    replace(draft, Table.CORE_EVENT, periods(counts, 2), erased::left);
    replace(
        draft,
        Table.CORE_REJECTED_EVENT,
        periods(refused, 1),
        rows -> rows.filter(not(namesMember)));
    list(draft, result);
    draft.publish();
    return result;
  }

  private void replace(
      Draft draft, Table table, Set<LocalDate> periods, UnaryOperator<Dataset<Row>> left) {
    if (!periods.isEmpty()) {
      Slice slice = Slice.periods(communityId, periods);
      draft.replace(table, slice, left.apply(tables.read(table).filter(slice.filter())));
    }
  }

  private void list(Draft draft, Erased result) {
    if (ErasedMembers.of(tables, communityId).contains(memberKey)) {
      return;
    }
    Row row =
        RowFactory.create(
            communityId,
            ErasedMembers.hash(memberKey),
            Timestamp.from(bench.clock().instant()),
            result.eventsRemoved(),
            result.eventsBlanked(),
            result.rejectionsRemoved());
    Dataset<Row> known = tables.read(Table.META_ERASURE_LEDGER);
    draft.append(
        Table.META_ERASURE_LEDGER, bench.spark().createDataFrame(List.of(row), known.schema()));
  }

  private Run asRun() {
    return Run.of("maintain", Slice.communities(Set.of(communityId)))
        .reading(tables, Table.CORE_EVENT)
        .writing(Table.CORE_EVENT, Table.CORE_REJECTED_EVENT, Table.META_ERASURE_LEDGER)
        .configuredBy("erase " + ErasedMembers.hash(memberKey))
        .madeBy(bench.codeVersion());
  }

  private Dataset<Row> ofCommunity(Table table) {
    return tables.read(table).filter(col(COMMUNITY_ID).equalTo(communityId));
  }

  private static Set<LocalDate> periods(Row row, int index) {
    Set<LocalDate> periods = new TreeSet<>();
    row.<java.sql.Date>getList(index).forEach(day -> periods.add(day.toLocalDate()));
    return periods;
  }

  /** What an erasure took out of the tables that ingest writes. */
  record Erased(long eventsRemoved, long eventsBlanked, long rejectionsRemoved) {
    boolean isNothing() {
      return eventsRemoved == 0 && eventsBlanked == 0 && rejectionsRemoved == 0;
    }
  }
}
