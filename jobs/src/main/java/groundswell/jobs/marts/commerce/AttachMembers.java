package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Members with their purchases in, one after the other; what a community's part adds up to out. */
final class AttachMembers extends FoldedRows {
  AttachMembers(Iterator<InternalRow> purchases) {
    super(purchases);
  }

  @Override
  protected List<InternalRow> fold() {
    Purchase first = new Purchase(upcoming());
    AttachTally tally = new AttachTally(first);
    while (upcoming() != null && new Purchase(upcoming()).isOfCommunity(first)) {
      tellMember(tally);
    }
    return tally.rows();
  }

  /** Purchases of who is no member that counts come without one, and are passed over. */
  private void tellMember(AttachTally tally) {
    Purchase first = new Purchase(upcoming());
    List<Purchase> rows =
        takeWhile(row -> first.isOfMember(new Purchase(row))).stream().map(Purchase::new).toList();
    if (first.isMember()) {
      tally.add(first, rows.subList(1, rows.size()));
    }
  }
}
