package groundswell.kernels.network;

import groundswell.kernels.Require;
import java.util.Arrays;

/**
 * Collects arcs in any order and builds the same {@link Network} from the same set of arcs, byte
 * for byte. Self-loops are dropped and counted; arcs with the same source, target and tie class
 * become one. Three stable counting sorts: O(arcs + members). Not for two threads at once.
 */
public final class NetworkBuilder {

  /** What the strength of one arc becomes when several are merged into it. */
  public enum Merge {
    /** Sum of the strengths, added from the smallest up. */
    SUM,
    /** The largest strength. */
    LARGEST
  }

  private final int members;
  private final Merge merge;
  private int[] sources = new int[1024];
  private int[] targets = new int[1024];
  private byte[] tieClasses = new byte[1024];
  private float[] strengths = new float[1024];
  private int size;
  private long selfLoops;
  private long duplicates;

  public NetworkBuilder(int members, Merge merge) {
    Require.between("members", members, 0, Integer.MAX_VALUE - 9L);
    this.members = members;
    this.merge = merge;
  }

  /** Adds an arc: {@code source} talks to {@code target}; strength is finite and &ge; 0. */
  public NetworkBuilder add(int source, int target, int tieClass, float strength) {
    checkMember("source", source);
    checkMember("target", target);
    Require.between("tieClass", tieClass, 0, 255);
    Require.notNegative("strength", strength);
    if (source == target) {
      selfLoops++;
      return this;
    }
    if (size == sources.length) {
      grow();
    }
    sources[size] = source;
    targets[size] = target;
    tieClasses[size] = (byte) tieClass;
    strengths[size++] = strength;
    return this;
  }

  /** Self-loops dropped so far. */
  public long selfLoops() {
    return selfLoops;
  }

  /** Arcs merged into another one by the last {@link #build()}. */
  public long duplicates() {
    return duplicates;
  }

  /** Builds the network of all arcs added so far. */
  public Network build() {
    int[] order = byTarget(byKey(null, members, Key.TARGET));
    return compact(order);
  }

  private int[] byTarget(int[] sortedByTarget) {
    int[] sortedByClass = byKey(sortedByTarget, 256, Key.TIE_CLASS);
    return byKey(sortedByClass, members, Key.SOURCE);
  }

  private enum Key {
    SOURCE,
    TARGET,
    TIE_CLASS
  }

  private int key(Key key, int arc) {
    return switch (key) {
      case SOURCE -> sources[arc];
      case TARGET -> targets[arc];
      case TIE_CLASS -> tieClasses[arc] & 0xff;
    };
  }

  /** A stable counting sort of {@code order} (null: as added). */
  private int[] byKey(int[] order, int keys, Key key) {
    int[] next = new int[keys + 1];
    for (int arc = 0; arc < size; arc++) {
      next[key(key, arc) + 1]++;
    }
    for (int i = 0; i < keys; i++) {
      next[i + 1] += next[i];
    }
    int[] sorted = new int[size];
    for (int i = 0; i < size; i++) {
      int arc = order == null ? i : order[i];
      sorted[next[key(key, arc)]++] = arc;
    }
    return sorted;
  }

  private Network compact(int[] order) {
    long[] offsets = new long[members + 1];
    int[] outTargets = new int[size];
    byte[] outClasses = new byte[size];
    float[] outStrengths = new float[size];
    int kept = 0;
    for (int from = 0; from < size; ) {
      int to = endOfEqual(order, from);
      int arc = order[from];
      offsets[sources[arc] + 1]++;
      outTargets[kept] = targets[arc];
      outClasses[kept] = tieClasses[arc];
      outStrengths[kept++] = merged(order, from, to);
      from = to;
    }
    duplicates = (long) size - kept;
    for (int member = 0; member < members; member++) {
      offsets[member + 1] += offsets[member];
    }
    return new Network(
        offsets,
        Arrays.copyOf(outTargets, kept),
        Arrays.copyOf(outClasses, kept),
        Arrays.copyOf(outStrengths, kept));
  }

  private int endOfEqual(int[] order, int from) {
    int first = order[from];
    int to = from + 1;
    while (to < size
        && sources[order[to]] == sources[first]
        && targets[order[to]] == targets[first]
        && tieClasses[order[to]] == tieClasses[first]) {
      to++;
    }
    return to;
  }

  private float merged(int[] order, int from, int to) {
    if (to == from + 1) {
      return strengths[order[from]];
    }
    float[] sorted = new float[to - from];
    for (int i = from; i < to; i++) {
      sorted[i - from] = strengths[order[i]];
    }
    Arrays.sort(sorted); // a sum in a fixed order has fixed bits
    if (merge == Merge.LARGEST) {
      return sorted[sorted.length - 1];
    }
    double sum = 0;
    for (float strength : sorted) {
      sum += strength;
    }
    return (float) Math.min(sum, Float.MAX_VALUE);
  }

  private void checkMember(String name, int member) {
    if (member < 0 || member >= members) {
      throw new IllegalArgumentException(
          "%s must be a member number in [0, %d) but is %d".formatted(name, members, member));
    }
  }

  private void grow() {
    if (size >= Network.MOST_ARCS) {
      throw new IllegalArgumentException(
          "Cannot hold more than %d arcs in one network".formatted(Network.MOST_ARCS));
    }
    int capacity = (int) Math.min(Network.MOST_ARCS, size * 2L);
    sources = Arrays.copyOf(sources, capacity);
    targets = Arrays.copyOf(targets, capacity);
    tieClasses = Arrays.copyOf(tieClasses, capacity);
    strengths = Arrays.copyOf(strengths, capacity);
  }
}
