package groundswell.kernels.network;

import groundswell.kernels.Require;
import groundswell.kernels.network.NetworkBuilder.Merge;
import groundswell.kernels.random.Draws;

/**
 * Networks drawn from textbook laws; every draw is keyed, so the same arguments give the same bytes
 * on every machine. All arcs have tie class 0 and strength 1; a tie is two arcs. Self-loops are
 * dropped and repeated ties merged, so there may be a few ties fewer than asked for.
 */
public final class RandomNetworks {
  private static final int TIES = 10; // aspects of the random numbers
  private static final int STUBS = 11;
  private static final int QUADRANTS = 12;

  private RandomNetworks() {}

  /**
   * Each newcomer ties itself to {@code tiesPerMember} earlier members, in proportion to the ties
   * they have: Barabási and Albert (1999), doi:10.1126/science.286.5439.509, in linear time after
   * Batagelj and Brandes (2005), doi:10.1103/PhysRevE.71.036113.
   */
  public static Network barabasiAlbert(int members, int tiesPerMember, long seed) {
    Require.between("tiesPerMember", tiesPerMember, 1, 10_000);
    long ties = (long) members * tiesPerMember;
    Require.between("members x tiesPerMember", ties, 0, Integer.MAX_VALUE / 2 - 8);
    long key = Draws.key(seed, 0, TIES);
    int[] ends = new int[(int) (2 * ties)];
    var builder = new NetworkBuilder(members, Merge.LARGEST);
    for (int tie = 0; tie < ties; tie++) {
      int newcomer = tie / tiesPerMember;
      ends[2 * tie] = newcomer;
      int other = ends[Draws.below(key, tie, 2 * tie + 1)];
      ends[2 * tie + 1] = other;
      addTie(builder, newcomer, other);
    }
    return builder.build();
  }

  /** Ties between stubs paired at random: member i has {@code degrees[i]} of them. */
  public static Network configurationModel(int[] degrees, long seed) {
    int[] stubs = shuffledStubs(degrees, Draws.key(seed, 0, STUBS));
    if (stubs.length % 2 != 0) {
      throw new IllegalArgumentException(
          "The degrees must add up to an even number but add up to %d".formatted(stubs.length));
    }
    var builder = new NetworkBuilder(degrees.length, Merge.LARGEST);
    for (int i = 0; i < stubs.length; i += 2) {
      addTie(builder, stubs[i], stubs[i + 1]);
    }
    return builder.build();
  }

  private static int[] shuffledStubs(int[] degrees, long key) {
    long sum = 0;
    for (int degree : degrees) {
      sum += Require.between("degree", degree, 0, Integer.MAX_VALUE);
    }
    Require.between("sum of degrees", sum, 0, Network.MOST_ARCS);
    int[] stubs = new int[(int) sum];
    int next = 0;
    for (int member = 0; member < degrees.length; member++) {
      for (int stub = 0; stub < degrees[member]; stub++) {
        stubs[next++] = member;
      }
    }
    for (int last = stubs.length - 1; last > 0; last--) {
      int other = Draws.below(key, last, last + 1);
      int member = stubs[last];
      stubs[last] = stubs[other];
      stubs[other] = member;
    }
    return stubs;
  }

  /**
   * {@code arcs} directed arcs among 2^{@code scale} members, each by {@code scale} choices of a
   * quadrant with shares 0.57, 0.19, 0.19, 0.05: Chakrabarti, Zhan and Faloutsos (2004),
   * doi:10.1137/1.9781611972740.43, with the shares of the Graph 500 benchmark.
   */
  public static Network recursiveMatrix(int scale, int arcs, long seed) {
    Require.between("scale", scale, 0, 30);
    long key = Draws.key(seed, 0, QUADRANTS);
    var builder = new NetworkBuilder(1 << scale, Merge.LARGEST);
    for (int arc = 0; arc < arcs; arc++) {
      long arcKey = Draws.key(key, arc);
      int source = 0;
      int target = 0;
      for (int level = 0; level < scale; level++) {
        double uniform = Draws.uniform(arcKey, level);
        source = source << 1 | (uniform >= 0.76 ? 1 : 0);
        target = target << 1 | (uniform >= 0.95 || (uniform >= 0.57 && uniform < 0.76) ? 1 : 0);
      }
      builder.add(source, target, 0, 1);
    }
    return builder.build();
  }

  private static void addTie(NetworkBuilder builder, int one, int other) {
    builder.add(one, other, 0, 1);
    if (one != other) {
      builder.add(other, one, 0, 1);
    }
  }
}
