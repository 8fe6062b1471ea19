package groundswell.jobs.marts.wordofmouth;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Posts in, cascade by cascade and in the order of time; one row per cascade out. */
final class Cascades extends FoldedRows {
  Cascades(Iterator<InternalRow> posts) {
    super(posts);
  }

  @Override
  protected List<InternalRow> fold() {
    CascadePost first = new CascadePost(upcoming());
    List<CascadePost> posts =
        takeWhile(row -> first.isSameCascade(new CascadePost(row))).stream()
            .map(CascadePost::new)
            .toList();
    return List.of(new CascadeTree(posts).row());
  }
}
