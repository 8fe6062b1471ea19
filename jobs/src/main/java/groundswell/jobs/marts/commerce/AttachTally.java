package groundswell.jobs.marts.commerce;

import groundswell.jobs.marts.commerce.AttachCell.Cut;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Adds up members of one community, as owners in their cohort and as non-owners in each month. */
final class AttachTally {
  /** Longest span of a cohort that is looked at [months]. */
  private static final int MOST = 12;

  private final Purchase first;
  private final Map<Cut, AttachCell> cells = new HashMap<>();

  /** Of each month: who had no device, within k months. */
  private final Map<Integer, long[]> nonOwners = new HashMap<>();

  private final Map<Integer, int[]> laterThanMiddle = new HashMap<>();

  AttachTally(Purchase first) {
    this.first = first;
  }

  /** Takes a member and her purchases in the order of their days. */
  void add(Purchase member, List<Purchase> purchases) {
    Integer owner = null;
    for (Purchase purchase : purchases) {
      if (!purchase.isDevice()) {
        cell(Cut.seen(purchase.category()));
      } else if (owner == null) {
        owner = purchase.date();
        own(owner, purchases);
      }
    }
    if (member.joined() != null) {
      standAside(member, owner == null ? Integer.MAX_VALUE : owner, purchases);
    }
  }

  private void own(int since, List<Purchase> purchases) {
    int month = Months.of(since);
    int[] until = Months.later(since, MOST);
    for (int k = 0; k <= MOST; k++) {
      cell(new Cut(month, k, null)).buyers++;
      Set<UTF8String> bought = new HashSet<>();
      for (Purchase purchase : purchases) {
        if (purchase.isBetween(since, until[k])) {
          AttachCell cell = cell(cut(month, k, purchase));
          cell.buy(purchase);
          cell.buyers += !purchase.isDevice() && bought.add(purchase.category()) ? 1 : 0;
        }
      }
    }
  }

  private static Cut cut(int month, int k, Purchase purchase) {
    return new Cut(month, k, purchase.isDevice() ? null : purchase.category());
  }

  /** Counts among those without the device in each month, up to the day before it was bought. */
  private void standAside(Purchase member, int ownerSince, List<Purchase> purchases) {
    int lastMonth = Months.of(first.lastDate());
    for (int month = Months.of(member.joined()); month <= lastMonth; month++) {
      int middle = Months.middle(month);
      if (member.isMemberOn(middle)) {
        int[] until = laterThanMiddle.computeIfAbsent(middle, day -> Months.later(day, MOST));
        long[] counts = nonOwners.computeIfAbsent(month, any -> new long[MOST + 1]);
        for (int k = 0; k <= MOST && until[k] < ownerSince; k++) {
          counts[k]++;
          buyAside(new Cut(month, k, null), middle, until[k], purchases);
        }
      }
    }
  }

  private void buyAside(Cut cohort, int since, int until, List<Purchase> purchases) {
    if (purchases.isEmpty()) {
      return;
    }
    Set<UTF8String> bought = new HashSet<>();
    for (Purchase purchase : purchases) {
      if (purchase.isBetween(since, until) && bought.add(purchase.category())) {
        cell(cut(cohort.month(), cohort.k(), purchase)).nonOwners++;
      }
    }
  }

  private AttachCell cell(Cut cut) {
    return cells.computeIfAbsent(cut, any -> new AttachCell());
  }

  List<InternalRow> rows() {
    nonOwners.forEach(
        (month, counts) -> {
          for (int k = 0; k <= MOST; k++) {
            cell(new Cut(month, k, null)).nonOwners = counts[k];
          }
        });
    return cells.entrySet().stream()
        .map(cell -> cell.getValue().row(first.communityId(), cell.getKey(), first.lastDate()))
        .toList();
  }
}
