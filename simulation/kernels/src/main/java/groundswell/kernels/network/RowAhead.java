package groundswell.kernels.network;

/**
 * Reads the beginnings of rows that will be walked soon. In a network that does not fit into the
 * caches each row's first arc is some hundred cycles away; these reads do not wait for each other,
 * so the memory answers many at once. One instance per thread.
 */
public final class RowAhead {
  /** Rows read at once: more than the memory has open requests, few enough to stay in the cache. */
  public static final int BLOCK = 32;

  private static final int LINE = 16; // arcs of four bytes in a cache line

  private final long[] offsets;
  private final int[] targets;
  private final byte[] tieClasses;
  private final float[] strengths;
  private final int[] first = new int[BLOCK];
  private int seen; // kept, so that the compiler keeps the reads

  public RowAhead(Network network) {
    this.offsets = network.offsets();
    this.targets = network.targets();
    this.tieClasses = network.tieClasses();
    this.strengths = network.strengths();
  }

  /**
   * Reads ahead in the rows of {@code members[from]} to {@code members[to - 1]}, a block at most.
   */
  public void read(int[] members, int from, int to) {
    int arcs = targets.length;
    for (int i = from; i < to; i++) {
      first[i - from] = (int) offsets[members[i]];
    }
    int sum = 0;
    for (int i = 0; i < to - from; i++) {
      int arc = first[i];
      if (arc < arcs) {
        int later = Math.min(arc + LINE, arcs - 1);
        sum += targets[arc] ^ targets[later];
        sum += strengths[arc] < strengths[later] ? tieClasses[arc] : 0;
      }
    }
    seen = sum;
  }

  @Override
  public String toString() {
    return "Rows read ahead, last sum " + seen;
  }
}
