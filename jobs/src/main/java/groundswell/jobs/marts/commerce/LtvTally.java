package groundswell.jobs.marts.commerce;

import groundswell.jobs.marts.commerce.LtvCell.Cut;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Adds up the money of members of one community by cohort, and by the k at which it moved. */
final class LtvTally {
  private final UTF8String communityId;
  private final Map<Cut, LtvCell> cells = new HashMap<>();

  /** A member's day with purchases in a currency. */
  private record Day(UTF8String currency, int date) {}

  LtvTally(UTF8String communityId) {
    this.communityId = communityId;
  }

  /** Takes the money of one member in the order of its days; who never purchased is no buyer. */
  void add(List<LtvEntry> entries) {
    Optional<LtvEntry> first = entries.stream().filter(LtvEntry::isPurchase).findFirst();
    if (first.isEmpty()) {
      return;
    }
    int since = first.get().date();
    int month = Months.of(since);
    int[] until = Months.later(since, LtvCell.MOST);
    cell(Cut.ofCohort(month)).buyers++;
    Set<Day> days = new HashSet<>();
    for (LtvEntry entry : entries) {
      cell(new Cut(month, 0, entry.currency())).payments += entry.isPayment() ? 1 : 0;
      int k = within(entry.date(), since, until);
      if (k <= LtvCell.MOST) {
        LtvCell cell = cell(new Cut(month, k, entry.currency()));
        cell.take(entry);
        Day day = new Day(entry.currency(), entry.date());
        cell.purchaseDays += entry.isPurchase() && days.add(day) ? 1 : 0;
      }
    }
  }

  /** The smallest k within which the day lies; beyond all when it lies before or after. */
  private static int within(int date, int since, int[] until) {
    int k = date < since ? until.length : 0;
    while (k < until.length && until[k] < date) {
      k++;
    }
    return k;
  }

  private LtvCell cell(Cut cut) {
    return cells.computeIfAbsent(cut, any -> new LtvCell());
  }

  List<InternalRow> rows() {
    return cells.entrySet().stream()
        .map(cell -> cell.getValue().row(communityId, cell.getKey()))
        .toList();
  }
}
