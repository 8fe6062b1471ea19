package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** What is known of members in, community by community; one row per member out. */
final class ReachCommunities extends FoldedRows {
  ReachCommunities(Iterator<InternalRow> facts) {
    super(facts);
  }

  @Override
  protected List<InternalRow> fold() {
    ReachFact first = new ReachFact(upcoming());
    ReachRows rows = new ReachRows(first);
    giveWhile(
        row -> row.getUTF8String(0).equals(first.communityId()),
        row -> rows.take(new ReachFact(row)));
    return rows.rows();
  }
}
