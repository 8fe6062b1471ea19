package groundswell.jobs.facts;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Posts in, thread by thread; the same posts out, each with its depth and a topic. */
final class PostThreads extends FoldedRows {
  PostThreads(Iterator<InternalRow> posts) {
    super(posts);
  }

  @Override
  protected List<InternalRow> fold() {
    Post first = new Post(upcoming());
    List<InternalRow> posts = takeWhile(row -> first.isOfThread(new Post(row)));
    return new PostThread(posts.stream().map(Post::new).toList()).rows();
  }
}
