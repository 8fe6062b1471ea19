package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The posts of one thread: gives each its depth, and the first post's topic where it has none. */
final class PostThread {
  private final List<Row> posts = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private String topic;

  PostThread(Iterator<Row> rows) {
    while (rows.hasNext()) {
      Row post = rows.next();
      posts.add(post);
      String id = post.getAs(POST_ID);
      parents.put(id, post.getAs(PARENT_ID));
      if (id.equals(post.getAs(THREAD_ID))) {
        topic = post.getAs(TOPIC);
      }
    }
  }

  Iterator<Row> iterator() {
    return posts.stream().map(this::complete).iterator();
  }

  private Row complete(Row post) {
    Object[] values = new Object[post.size()];
    for (int field = 0; field < values.length; field++) {
      values[field] = post.get(field);
    }
    values[post.fieldIndex(DEPTH)] = depth(post.getAs(POST_ID));
    int topicField = post.fieldIndex(TOPIC);
    values[topicField] = values[topicField] == null ? topic : values[topicField];
    return RowFactory.create(values);
  }

  /**
   * Known steps up to the first post; 1 when the parent is not in the thread, and for posts above
   * which parents go round in a circle.
   */
  private int depth(String id) {
    List<String> path = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String at = id;
    while (!depths.containsKey(at)) {
      if (!seen.add(at)) {
        path.forEach(post -> depths.put(post, 1));
        return 1;
      }
      String parent = parents.get(at);
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
