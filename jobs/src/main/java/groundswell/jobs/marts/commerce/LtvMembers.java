package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Members with their money in, one after the other; what a community's part adds up to out. */
final class LtvMembers extends FoldedRows {
  LtvMembers(Iterator<InternalRow> entries) {
    super(entries);
  }

  @Override
  protected List<InternalRow> fold() {
    LtvEntry first = new LtvEntry(upcoming());
    LtvTally tally = new LtvTally(first.communityId());
    while (upcoming() != null && new LtvEntry(upcoming()).isOfCommunity(first)) {
      tellMember(tally);
    }
    return tally.rows();
  }

  /** Money of who is no member that counts comes without one, and is passed over. */
  private void tellMember(LtvTally tally) {
    LtvEntry first = new LtvEntry(upcoming());
    List<LtvEntry> rows =
        takeWhile(row -> first.isOfMember(new LtvEntry(row))).stream().map(LtvEntry::new).toList();
    if (first.isMember()) {
      tally.add(rows.subList(1, rows.size()));
    }
  }
}
