package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.Money;
import groundswell.jobs.marts.commerce.LtvCell.Cut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The cohorts of one community: takes their parts, gives them cumulated over k. */
final class LtvCurves {
  private final UTF8String community;
  private final int lastDate;
  private final Map<Cut, LtvCell> cells = new HashMap<>();

  /** Currencies in which payments for goods are known. */
  private final Set<UTF8String> paid = new HashSet<>();

  LtvCurves(UTF8String community, int lastDate) {
    this.community = community;
    this.lastDate = lastDate;
  }

  void add(InternalRow part) {
    Cut cut = Cut.of(part);
    LtvCell cell = cells.computeIfAbsent(cut, any -> new LtvCell());
    cell.add(part);
    if (cell.payments > 0) {
      paid.add(cut.currency());
    }
  }

  List<InternalRow> rows() {
    List<InternalRow> rows = new ArrayList<>();
    for (Cut cut : cells.keySet()) {
      if (cut.k() == 0 && cut.currency() != null) {
        addCurve(cut, rows);
      }
    }
    return rows;
  }

  private void addCurve(Cut start, List<InternalRow> rows) {
    LtvCell soFar = new LtvCell();
    soFar.buyers = cells.get(Cut.ofCohort(start.month())).buyers;
    for (int k = 0; k <= LtvCell.MOST; k++) {
      if (k > 0 && !Months.haveBegun(start.month(), k, lastDate)) {
        return;
      }
      Cut cut = new Cut(start.month(), k, start.currency());
      LtvCell more = cells.get(cut);
      if (more != null) {
        soFar.add(more.row(community, cut));
      }
      rows.add(row(cut, soFar));
    }
  }

  private InternalRow row(Cut cut, LtvCell soFar) {
    boolean isPaid = paid.contains(cut.currency());
    int lastFirstPurchase = Months.firstDay(cut.month() + 1) - 1;
    return new GenericInternalRow(
        new Object[] {
          community,
          Months.firstDay(cut.month()),
          cut.k(),
          cut.currency(),
          soFar.buyers,
          soFar.purchaseDays,
          Money.write(soFar.purchased),
          isPaid ? Money.write(soFar.netRevenue) : null,
          isPaid && soFar.unknownCosts == 0 ? Money.write(soFar.cost) : null,
          Money.write(soFar.services),
          Months.later(lastFirstPurchase, cut.k())[cut.k()] > lastDate
        });
  }
}
