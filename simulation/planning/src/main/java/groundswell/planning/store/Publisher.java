package groundswell.planning.store;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import groundswell.schemas.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Publishes the tables of one run together: each is written to a branch and audited there, all
 * branches become the main line, then the publication is replaced in one step. Until then readers
 * see the former state. The caller holds the warehouse's lock.
 */
public final class Publisher {
  private final Warehouse warehouse;
  private final Clock clock;

  public Publisher(Warehouse warehouse, Clock clock) {
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /** Replaces the rows of one scenario of one community in each table. */
  public void replace(String stage, String communityId, String scenario, List<Rows> tables) {
    Publication before = warehouse.publication();
    List<TableDraft> drafts = new ArrayList<>();
    for (Rows rows : tables) {
      var draft = TableDraft.begin(warehouse, rows.table(), before.table(rows.table()), stage);
      draft.replace(communityId, scenario, rows);
      drafts.add(draft);
    }
    drafts.forEach(draft -> draft.audit(communityId, scenario));
    Publication next = before.next(stage, clock.instant(), Optional.empty());
    Map<Table, PublishedTable> changed = new TreeMap<>();
    for (TableDraft draft : drafts) {
      changed.put(draft.name(), draft.publish(next));
    }
    Map<Table, PublishedTable> untouched = new TreeMap<>(before.tables());
    untouched.keySet().removeAll(changed.keySet());
    untouched.replaceAll((table, state) -> PublicationTag.tagged(warehouse, table, state, next));
    next.with(changed).with(untouched).write(warehouse.folder());
  }
}
