package groundswell.jobs.marts.scorecard;

import groundswell.jobs.fold.FoldedRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Entries in, community by community; its scorecard out. Holds the months of one community. */
final class ScoreMonths extends FoldedRows {
  ScoreMonths(Iterator<InternalRow> entries) {
    super(entries);
  }

  @Override
  protected List<InternalRow> fold() {
    UTF8String community = new ScoreEntry(upcoming()).communityId();
    List<ScoreMonth> months = new ArrayList<>();
    giveWhile(
        row -> new ScoreEntry(row).communityId().equals(community),
        row -> take(new ScoreEntry(row), months));
    return rows(community, months);
  }

  private static void take(ScoreEntry entry, List<ScoreMonth> months) {
    if (months.isEmpty() || !months.get(months.size() - 1).holds(entry)) {
      months.add(new ScoreMonth(entry));
    }
    months.get(months.size() - 1).take(entry);
  }

  private static List<InternalRow> rows(UTF8String community, List<ScoreMonth> months) {
    LocalDate lastMonth =
        months.stream().map(ScoreMonth::month).max(LocalDate::compareTo).orElseThrow();
    List<InternalRow> rows = new ArrayList<>();
    ScoreMonth before = null;
    for (ScoreMonth month : months) {
      boolean follows = before != null && isNext(before, month);
      rows.add(month.row(community, follows ? before.value() : null, lastMonth));
      before = month;
    }
    return rows;
  }

  private static boolean isNext(ScoreMonth before, ScoreMonth month) {
    return before.metric() == month.metric() && before.month().plusMonths(1).equals(month.month());
  }
}
