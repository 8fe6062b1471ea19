package groundswell.jobs.marts.wordofmouth;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The tree of a cascade in arrays, each post at its place in time. A post without a parent in the
 * cascade, and each post on a circle of parents, hangs from the root, known or not.
 *
 * <p>The mean distance over all pairs is the Wiener index over their number: an edge with s posts
 * below it lies between s(n - s) pairs, so one pass over the sizes of subtrees gives the sum, in
 * time and memory linear in the posts. Source: Goel, Anderson, Hofman and Watts (2016), "The
 * Structural Virality of Online Diffusion", Management Science 62(1), doi:10.1287/mnsc.2015.2158.
 */
final class CascadeShape {
  private static final int UNKNOWN_ROOT = -1;
  private static final int NOT_SEEN = -1;
  private static final int ON_PATH = -2;

  private final int root;
  private final int[] parents; // [posts]; the root's and those of posts that hang from it: root
  private final int[] depths; // [posts] steps from the root
  private long orphans;

  private CascadeShape(int root, int[] parents) {
    this.root = root;
    this.parents = parents;
    this.depths = new int[parents.length];
  }

  static CascadeShape of(List<CascadePost> posts) {
    Map<UTF8String, Integer> places = new HashMap<>();
    for (int post = 0; post < posts.size(); post++) {
      places.put(posts.get(post).postId(), post);
    }
    int root = places.getOrDefault(posts.get(0).rootId(), UNKNOWN_ROOT);
    int[] parents = new int[posts.size()];
    CascadeShape shape = new CascadeShape(root, parents);
    for (int post = 0; post < parents.length; post++) {
      UTF8String parent = posts.get(post).parentId();
      parents[post] = parent == null ? NOT_SEEN : places.getOrDefault(parent, NOT_SEEN);
    }
    shape.place();
    return shape;
  }

  /** Place of the first post; negative when it is not in the data. */
  int root() {
    return root;
  }

  long depth() {
    return Arrays.stream(depths).max().orElse(0);
  }

  /** Most posts at one depth. */
  long width() {
    int[] widths = new int[parents.length + 1];
    int widest = 0;
    for (int depth : depths) {
      widest = Math.max(widest, ++widths[depth]);
    }
    return widest;
  }

  long orphans() {
    return orphans;
  }

  /** Mean distance over all pairs of posts; null without a pair. */
  Double meanDistance() {
    long posts = parents.length;
    if (posts < 2) {
      return null;
    }
    long sum = 0;
    for (int size : sizesBelow()) {
      sum = Math.addExact(sum, size * (posts - size));
    }
    long pairs = posts * (posts - 1) / 2;
    return (double) sum / pairs;
  }

  /** Posts at and below each post; of the root, which has no edge above it, none. */
  private int[] sizesBelow() {
    int[] sizes = new int[parents.length];
    for (int post : deepestFirst()) {
      if (post == root) {
        sizes[post] = 0;
      } else {
        sizes[post]++;
        if (parents[post] != UNKNOWN_ROOT) {
          sizes[parents[post]] += sizes[post];
        }
      }
    }
    return sizes;
  }

  private int[] deepestFirst() {
    int[] ends = new int[parents.length + 2];
    for (int depth : depths) {
      ends[parents.length - depth + 1]++;
    }
    for (int place = 1; place < ends.length; place++) {
      ends[place] += ends[place - 1];
    }
    int[] order = new int[parents.length];
    for (int post = 0; post < parents.length; post++) {
      order[ends[parents.length - depths[post]]++] = post;
    }
    return order;
  }

  /** Gives every post its depth; cuts circles on the way. */
  private void place() {
    Arrays.fill(depths, NOT_SEEN);
    if (root >= 0) {
      parents[root] = root;
      depths[root] = 0;
    }
    int[] path = new int[parents.length];
    for (int post = 0; post < parents.length; post++) {
      int steps = climb(post, path);
      for (int step = steps - 1; step >= 0; step--) {
        int parent = parents[path[step]];
        depths[path[step]] = 1 + (parent == root ? 0 : depths[parent]);
      }
    }
  }

  /** Climbs to a post that has its place or hangs from the root; writes the way down. */
  private int climb(int post, int[] path) {
    int steps = 0;
    int at = post;
    while (depths[at] == NOT_SEEN) {
      depths[at] = ON_PATH;
      path[steps++] = at;
      if (parents[at] == NOT_SEEN) {
        hang(at);
        return steps;
      }
      at = parents[at];
    }
    if (depths[at] == ON_PATH) {
      cut(at);
    }
    return steps;
  }

  private void cut(int onCircle) {
    int at = onCircle;
    do {
      int next = parents[at];
      hang(at);
      at = next;
    } while (at != onCircle);
  }

  private void hang(int post) {
    parents[post] = root;
    orphans++;
  }
}
