package groundswell.jobs.marts.ties;

import java.util.Arrays;

/**
 * Who is listened to in the network of ties that exist. PageRank on directed ties: a member hands
 * its rank on to those it turns to, in proportion to the weights, so that rank is attention.
 * Source: Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X; damping 0.85, members who turn
 * to nobody hand on to all, 30 rounds from equal ranks, after which at most 0.85^30 = 0.8 % of all
 * rank is not yet where it belongs. Ties are taken in their order, so that the sums repeat to the
 * last bit.
 */
final class Attention {
  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 30;

  private int[] lows = new int[16]; // [edges]
  private int[] highs = new int[16]; // [edges]
  private double[] upward = new double[16]; // [edges] weight from low to high
  private double[] downward = new double[16]; // [edges] weight from high to low
  private int edges;
  private Neighbours graph;
  private double[] ranks;
  private int[] cores;

  void add(ReachFact tie) {
    if (edges == lows.length) {
      lows = Arrays.copyOf(lows, 2 * edges);
      highs = Arrays.copyOf(highs, 2 * edges);
      upward = Arrays.copyOf(upward, 2 * edges);
      downward = Arrays.copyOf(downward, 2 * edges);
    }
    lows[edges] = tie.member();
    highs[edges] = tie.other();
    upward[edges] = tie.upward();
    downward[edges] = tie.downward();
    edges++;
  }

  /** Computes what is asked for, once all ties are in. */
  void settle() {
    if (edges > 0) {
      graph = Neighbours.of(lows, highs, edges);
      cores = Cores.of(graph);
      ranks = ranked();
    }
  }

  /** Ties of a member, by its number. */
  int degree(int number) {
    int place = place(number);
    return place < 0 ? 0 : graph.degree(place);
  }

  /** Null without a tie. */
  Double rank(int number) {
    int place = place(number);
    return place < 0 ? null : Double.valueOf(ranks[place]);
  }

  /** Largest k of a part in which everybody has k ties within the part. */
  int core(int number) {
    int place = place(number);
    return place < 0 ? 0 : cores[place];
  }

  private int place(int number) {
    return graph == null ? -1 : graph.place(number);
  }

  private double[] ranked() {
    int members = graph.members();
    int[] from = places(lows);
    int[] to = places(highs);
    double[] given = new double[members];
    for (int edge = 0; edge < edges; edge++) {
      given[from[edge]] += upward[edge];
      given[to[edge]] += downward[edge];
    }
    double[] now = new double[members];
    Arrays.fill(now, 1.0 / members);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[members];
      for (int edge = 0; edge < edges; edge++) {
        next[to[edge]] += handed(now[from[edge]], upward[edge], given[from[edge]]);
        next[from[edge]] += handed(now[to[edge]], downward[edge], given[to[edge]]);
      }
      mix(next, lost(now, given));
      now = next;
    }
    return now;
  }

  private static double handed(double rank, double weight, double given) {
    return weight > 0 ? rank * weight / given : 0;
  }

  /** Rank of those who turn to nobody. */
  private static double lost(double[] ranks, double[] given) {
    double lost = 0;
    for (int member = 0; member < ranks.length; member++) {
      lost += given[member] > 0 ? 0 : ranks[member];
    }
    return lost;
  }

  private static void mix(double[] ranks, double lost) {
    double share = (1 - DAMPING + DAMPING * lost) / ranks.length;
    for (int member = 0; member < ranks.length; member++) {
      ranks[member] = share + DAMPING * ranks[member];
    }
  }

  private int[] places(int[] numbers) {
    int[] places = new int[edges];
    for (int edge = 0; edge < edges; edge++) {
      places[edge] = graph.place(numbers[edge]);
    }
    return places;
  }
}
