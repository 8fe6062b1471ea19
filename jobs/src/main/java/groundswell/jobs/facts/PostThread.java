package groundswell.jobs.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The posts of one thread: gives each its depth, and the first post's topic where it has none. */
final class PostThread {
  private final List<Post> posts;
  private final Map<UTF8String, UTF8String> parents = new HashMap<>();
  private final Map<UTF8String, Integer> depths = new HashMap<>();
  private UTF8String topic;

  PostThread(List<Post> posts) {
    this.posts = posts;
    for (Post post : posts) {
      parents.put(post.postId(), post.parentId());
      if (post.postId().equals(post.threadId())) {
        topic = post.topic();
      }
    }
  }

  List<InternalRow> rows() {
    return posts.stream().map(this::placed).toList();
  }

  private InternalRow placed(Post post) {
    return post.placed(depth(post.postId()), post.topic() == null ? topic : post.topic());
  }

  /**
   * Known steps up to the first post; 1 when the parent is not in the thread, and for posts above
   * which parents go round in a circle.
   */
  private int depth(UTF8String id) {
    List<UTF8String> path = new ArrayList<>();
    Set<UTF8String> seen = new HashSet<>();
    UTF8String at = id;
    while (!depths.containsKey(at)) {
      if (!seen.add(at)) {
        path.forEach(post -> depths.put(post, 1));
        return 1;
      }
      UTF8String parent = parents.get(at);
      if (parent == null || !parents.containsKey(parent)) {
        depths.put(at, parent == null ? 0 : 1);
      } else {
        path.add(at);
        at = parent;
      }
    }
    int depth = depths.get(at);
    for (int step = path.size() - 1; step >= 0; step--) {
      depths.put(path.get(step), ++depth);
    }
    return depth;
  }
}
