package groundswell.planning.store;

import groundswell.schemas.Table;
import java.util.List;

/**
 * What a stage did.
 *
 * @param stage stage word
 * @param rowsIn rows read
 * @param rowsOut rows published; 0 when nothing changed
 * @param rejected rows refused
 * @param runId the run whose result is there now: a hash of its inputs
 * @param published tables that have a new state; none when nothing changed
 * @param note a sentence for people
 */
public record StageResult(
    String stage,
    long rowsIn,
    long rowsOut,
    long rejected,
    String runId,
    List<Table> published,
    String note) {
  public StageResult {
    published = List.copyOf(published);
  }

  /** Tables were replaced. */
  public static StageResult published(
      String stage, String runId, long rowsIn, List<Rows> tables, String note) {
    long rowsOut = tables.stream().mapToLong(rows -> rows.list().size()).sum();
    List<Table> names = tables.stream().map(Rows::table).toList();
    return new StageResult(stage, rowsIn, rowsOut, 0, runId, names, note);
  }

  /** The same inputs had been published before. */
  public static StageResult nothingNew(String stage, String runId) {
    String note = "nothing new: run %s is published".formatted(runId);
    return new StageResult(stage, 0, 0, 0, runId, List.of(), note);
  }
}
