package groundswell.jobs.marts.programme;

import groundswell.jobs.fold.FoldedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Contributions in, week by week; a row for each type and kind, and for all of them, out. */
final class ContributionWeeks extends FoldedRows {
  private static final UTF8String ALL = UTF8String.fromString("all");

  private record Cell(UTF8String type, UTF8String kind) {}

  ContributionWeeks(Iterator<InternalRow> contributions) {
    super(contributions);
  }

  @Override
  protected List<InternalRow> fold() {
    Contributed first = new Contributed(upcoming());
    Map<Cell, ContributionTally> cells = new HashMap<>();
    giveWhile(
        row -> first.isSameWeek(new Contributed(row)), row -> take(new Contributed(row), cells));
    List<InternalRow> rows = new ArrayList<>();
    cells.forEach((cell, tally) -> rows.add(tally.row(first, cell.type, cell.kind)));
    return rows;
  }

  private static void take(Contributed contributed, Map<Cell, ContributionTally> cells) {
    for (UTF8String type : List.of(contributed.type(), ALL)) {
      tally(cells, type, contributed.kind()).take(contributed);
      if (!contributed.isByBot()) {
        tally(cells, type, ALL).take(contributed);
      }
    }
  }

  private static ContributionTally tally(
      Map<Cell, ContributionTally> cells, UTF8String type, UTF8String kind) {
    return cells.computeIfAbsent(new Cell(type, kind), cell -> new ContributionTally());
  }
}
