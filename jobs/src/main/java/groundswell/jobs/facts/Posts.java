package groundswell.jobs.facts;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Events in, post by post and in the order of their instants; one row per post out: its first
 * event, and whether any event marked it or took it down. Marks on what was never posted are
 * dropped.
 */
final class Posts extends FoldedRows {
  Posts(Iterator<InternalRow> events) {
    super(events);
  }

  @Override
  protected List<InternalRow> fold() {
    Post first = new Post(upcoming());
    List<Post> events =
        takeWhile(row -> first.isSamePost(new Post(row))).stream().map(Post::new).toList();
    boolean isEssence = events.stream().anyMatch(Post::isEssence);
    boolean isRemoved = events.stream().anyMatch(Post::isRemoved);
    return events.stream()
        .filter(Post::isPost)
        .limit(1)
        .map(post -> post.marked(isEssence, isRemoved))
        .toList();
  }
}
