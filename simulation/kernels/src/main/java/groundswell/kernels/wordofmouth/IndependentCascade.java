package groundswell.kernels.wordofmouth;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.RowAhead;
import groundswell.kernels.random.Draws;
import java.util.Arrays;

/**
 * Word of mouth without time: a new adopter gets one chance to convert each listener, with the
 * arc's strength as the probability. Kempe, Kleinberg and Tardos (2003), doi:10.1145/956750.956769.
 * {@link WordOfMouth} with a talk window of one day gives the same law; prefer this one when only
 * the reach matters. One keyed uniform number per arc looked at; a replication allocates nothing.
 * One instance per thread.
 */
public final class IndependentCascade {
  private static final int ARC = 9; // aspect of the random numbers

  private final Network network;
  private final RowAhead rows;
  private final boolean[] adopted; // [members]
  private final int[] adopters; // [members] in order of adoption; doubles as the work queue
  private long arcsScanned;

  public IndependentCascade(Network network) {
    this.network = network;
    this.rows = new RowAhead(network);
    this.adopted = new boolean[network.members()];
    this.adopters = new int[network.members()];
    for (float strength : network.strengths()) {
      if (!(strength <= 1)) {
        throw new IllegalArgumentException(
            "strength must be a probability in [0, 1] but one is %s".formatted(strength));
      }
    }
  }

  /** One replication: adopters, seeds included [members]. */
  public int spread(int[] seeds, long seed, int replication) {
    long key = Draws.key(seed, replication, ARC);
    int reached = begin(seeds);
    for (int from = 0, to; from < reached; from = to) {
      to = Math.min(reached, from + RowAhead.BLOCK);
      rows.read(adopters, from, to);
      for (int next = from; next < to; next++) {
        reached = convert(adopters[next], key, reached);
      }
    }
    return reached;
  }

  /** Lets one adopter talk; answers how many are reached then. */
  private int convert(int adopter, long key, int reached) {
    long[] offsets = network.offsets(); // locals: the JIT keeps them in registers
    int[] targets = network.targets();
    float[] strengths = network.strengths();
    int end = (int) offsets[adopter + 1];
    int first = (int) offsets[adopter];
    arcsScanned += end - first;
    for (int arc = first; arc < end; arc++) {
      if (Draws.uniform(key, arc) < strengths[arc] && !adopted[targets[arc]]) {
        adopted[targets[arc]] = true;
        adopters[reached++] = targets[arc];
      }
    }
    return reached;
  }

  /** Arcs looked at by all replications so far: the unit of work. */
  public long arcsScanned() {
    return arcsScanned;
  }

  private int begin(int[] seeds) {
    Arrays.fill(adopted, false);
    int reached = 0;
    for (int member : seeds) {
      if (!adopted[member]) {
        adopted[member] = true;
        adopters[reached++] = member;
      }
    }
    return reached;
  }
}
