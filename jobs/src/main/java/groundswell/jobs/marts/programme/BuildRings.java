package groundswell.jobs.marts.programme;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Mentions of builds in, ring by ring; what each ring made of each build out. */
final class BuildRings extends FoldedRows {
  BuildRings(Iterator<InternalRow> mentions) {
    super(mentions);
  }

  @Override
  protected List<InternalRow> fold() {
    BuildMention first = new BuildMention(upcoming());
    BuildRing ring = new BuildRing(first);
    giveWhile(
        row -> first.isSameRing(new BuildMention(row)), row -> ring.take(new BuildMention(row)));
    return ring.rows();
  }
}
