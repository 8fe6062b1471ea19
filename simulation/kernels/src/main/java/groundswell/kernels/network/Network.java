package groundswell.kernels.network;

import groundswell.kernels.Require;
import java.util.Arrays;

/**
 * A directed network in compressed sparse rows: the arcs of member i are [offsets[i], offsets[i +
 * 1]), sorted by tie class, then target. An arc leads from the member who talks to the member who
 * listens. Strength scales the hazard of the arc's tie class [1].
 *
 * <p>The arrays are handed over once and never written again; kernels read them directly. Offsets
 * are long in memory and on disk; one Java array still holds at most 2^31 - 9 arcs.
 */
public final class Network {
  static final long MOST_ARCS = Integer.MAX_VALUE - 8L;

  private final long[] offsets; // [members + 1]
  private final int[] targets; // [arcs]
  private final byte[] tieClasses; // [arcs], unsigned
  private final float[] strengths; // [arcs]

  Network(long[] offsets, int[] targets, byte[] tieClasses, float[] strengths) {
    this.offsets = offsets;
    this.targets = targets;
    this.tieClasses = tieClasses;
    this.strengths = strengths;
  }

  public int members() {
    return offsets.length - 1;
  }

  public long arcs() {
    return targets.length;
  }

  /** Arcs that leave a member. */
  public int degree(int member) {
    return (int) (offsets[member + 1] - offsets[member]);
  }

  /** [members + 1]; read only. */
  public long[] offsets() {
    return offsets;
  }

  /** [arcs]; read only. */
  public int[] targets() {
    return targets;
  }

  /** [arcs], unsigned; read only. */
  public byte[] tieClasses() {
    return tieClasses;
  }

  /** [arcs]; read only. */
  public float[] strengths() {
    return strengths;
  }

  /** One more than the largest tie class in use; 0 without arcs. */
  public int tieClassCount() {
    int largest = -1;
    for (byte tieClass : tieClasses) {
      largest = Math.max(largest, tieClass & 0xff);
    }
    return largest + 1;
  }

  /** The same arcs, each from its target to its source. */
  public Network reversed() {
    var builder = new NetworkBuilder(members(), NetworkBuilder.Merge.SUM);
    for (int member = 0; member < members(); member++) {
      for (int arc = (int) offsets[member]; arc < offsets[member + 1]; arc++) {
        builder.add(targets[arc], member, tieClasses[arc] & 0xff, strengths[arc]);
      }
    }
    return builder.build();
  }

  /** The same arcs, all with this strength. */
  public Network withStrength(float strength) {
    Require.notNegative("strength", strength);
    float[] same = new float[targets.length];
    Arrays.fill(same, strength);
    return new Network(offsets, targets, tieClasses, same);
  }

  /** The weighted cascade: each arc has the strength 1 / (arcs that reach its target). */
  public Network weightedByInDegree() {
    int[] inDegree = new int[members()];
    for (int target : targets) {
      inDegree[target]++;
    }
    float[] shares = new float[targets.length];
    for (int arc = 0; arc < shares.length; arc++) {
      shares[arc] = 1f / inDegree[targets[arc]];
    }
    return new Network(offsets, targets, tieClasses, shares);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that
        && Arrays.equals(offsets, that.offsets)
        && Arrays.equals(targets, that.targets)
        && Arrays.equals(tieClasses, that.tieClasses)
        && Arrays.equals(strengths, that.strengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(offsets) * 31 + Arrays.hashCode(targets);
  }

  @Override
  public String toString() {
    return "Network of %d members and %d arcs".formatted(members(), arcs());
  }
}
