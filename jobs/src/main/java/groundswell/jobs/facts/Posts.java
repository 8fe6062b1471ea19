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
    Post post = null;
    boolean isEssence = false;
    boolean isRemoved = false;
    while (upcoming() != null && isSame(first, new Post(upcoming()))) {
      Post event = new Post(take());
      isEssence |= event.isEssence();
      isRemoved |= event.isRemoved();
      post = post == null && event.isPost() ? event : post;
    }
    return post == null ? List.of() : List.of(post.marked(isEssence, isRemoved));
  }

  private static boolean isSame(Post post, Post other) {
    return post.postId().equals(other.postId()) && post.communityId().equals(other.communityId());
  }
}
