package groundswell.jobs.marts.ties;

/**
 * Core numbers by peeling: whoever has fewest ties left goes first. Source: Batagelj and Zaversnik
 * (2003), "An O(m) Algorithm for Cores Decomposition of Networks", arXiv:cs/0310049. Time and
 * memory linear in ties.
 */
final class Cores {
  private final Neighbours graph;
  private final int[] left; // [members] ties to those who have not gone; in the end the core number
  private final int[] order; // [members] by ties left
  private final int[] at; // [members] place in order
  private final int[] begin; // [ties] place of the first with that many left

  private Cores(Neighbours graph) {
    this.graph = graph;
    left = new int[graph.members()];
    order = new int[graph.members()];
    at = new int[graph.members()];
    begin = new int[graph.members() + 1];
  }

  static int[] of(Neighbours graph) {
    Cores cores = new Cores(graph);
    cores.sort();
    for (int place = 0; place < cores.order.length; place++) {
      cores.peel(cores.order[place]);
    }
    return cores.left;
  }

  private void sort() {
    for (int member = 0; member < left.length; member++) {
      left[member] = graph.degree(member);
      begin[left[member] + 1]++;
    }
    for (int ties = 1; ties < begin.length; ties++) {
      begin[ties] += begin[ties - 1];
    }
    int[] free = begin.clone();
    for (int member = 0; member < left.length; member++) {
      at[member] = free[left[member]]++;
      order[at[member]] = member;
    }
  }

  private void peel(int member) {
    for (int arc = 0; arc < graph.degree(member); arc++) {
      int other = graph.neighbour(member, arc);
      if (left[other] > left[member]) {
        moveDown(other);
      }
    }
  }

  /** Swaps a member with the first of those with as many ties left, then takes one tie away. */
  private void moveDown(int member) {
    int place = begin[left[member]]++;
    int swapped = order[place];
    order[at[member]] = swapped;
    at[swapped] = at[member];
    order[place] = member;
    at[member] = place;
    left[member]--;
  }
}
