package groundswell.jobs.marts.ties;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The ties that exist on one channel at the end of a week, and what is told of them. */
final class WeekNetwork {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, channel STRING, tied_members BIGINT, \
          edges BIGINT, strong_edges BIGINT, density DOUBLE, reciprocity DOUBLE, \
          triangles BIGINT, connected_triples BIGINT, clustering DOUBLE, \
          giant_component_members BIGINT, giant_component_share DOUBLE, \
          ring_assortativity DOUBLE, mean_strong_degree DOUBLE, metcalfe_value BIGINT, \
          odlyzko_value DOUBLE, observed_strength DOUBLE, observed_to_metcalfe DOUBLE""");

  private final UTF8String channel;
  private int[] lows = new int[16]; // [edges] lower member
  private int[] highs = new int[16]; // [edges] higher member
  private int edges;
  private long strongEdges;
  private long weaker; // [millionths] weaker directions of all edges
  private long stronger; // [millionths] stronger directions

  WeekNetwork(UTF8String channel) {
    this.channel = channel;
  }

  /** Takes a pair in if its tie exists; both directions in millionths. */
  void add(long pair, long upward, long downward) {
    TieClass tieClass = TieClass.of(upward, downward);
    if (tieClass == TieClass.NONE) {
      return;
    }
    if (edges == lows.length) {
      lows = Arrays.copyOf(lows, 2 * edges);
      highs = Arrays.copyOf(highs, 2 * edges);
    }
    lows[edges] = (int) (pair >>> 32);
    highs[edges] = (int) pair;
    edges++;
    strongEdges += tieClass == TieClass.STRONG ? 1 : 0;
    weaker += Math.min(upward, downward);
    stronger += Math.max(upward, downward);
  }

  boolean isEmpty() {
    return edges == 0;
  }

  /**
   * @param rings of all members, by number; null where none is known
   */
  InternalRow row(UTF8String communityId, int week, UTF8String[] rings) {
    Neighbours graph = Neighbours.of(lows, highs, edges);
    long members = graph.members();
    long triangles = graph.triangles();
    long triples = graph.triples();
    long giant = graph.largestComponent();
    long metcalfe = members * (members - 1) / 2;
    double observed = (weaker + stronger) / Decay.MILLION;
    return new GenericInternalRow(
        new Object[] {
          communityId,
          week,
          channel,
          members,
          (long) edges,
          strongEdges,
          share(edges, metcalfe),
          share(weaker, stronger),
          triangles,
          triples,
          triples == 0 ? null : Double.valueOf(share(3 * triangles, triples)),
          giant,
          share(giant, members),
          RingMix.of(lows, highs, edges, rings).assortativity(),
          share(2 * strongEdges, members),
          metcalfe,
          members * StrictMath.log((double) members),
          observed,
          observed / (double) metcalfe
        });
  }

  private static double share(long part, long whole) {
    return (double) part / (double) whole;
  }
}
