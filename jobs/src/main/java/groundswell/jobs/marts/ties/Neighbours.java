package groundswell.jobs.marts.ties;

import java.util.Arrays;

/**
 * An undirected network without multiple ties in two arrays: the neighbours of each member one
 * after another. Members are numbered anew, in the order of their numbers, by those who are tied.
 */
final class Neighbours {
  private final int[] numbers; // [members] in ascending order
  private final int[] first; // [members + 1] where a member's neighbours begin
  private final int[] others; // [2 edges]

  private Neighbours(int[] numbers, int[] first, int[] others) {
    this.numbers = numbers;
    this.first = first;
    this.others = others;
  }

  /** Takes the first {@code edges} of two arrays of ends. */
  static Neighbours of(int[] lows, int[] highs, int edges) {
    int[] ends = new int[2 * edges];
    System.arraycopy(lows, 0, ends, 0, edges);
    System.arraycopy(highs, 0, ends, edges, edges);
    int[] numbers = Arrays.stream(ends).sorted().distinct().toArray();
    int[] places = places(numbers);
    int[] first = new int[numbers.length + 1];
    for (int end : ends) {
      first[places[end] + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] free = first.clone();
    int[] others = new int[2 * edges];
    for (int edge = 0; edge < edges; edge++) {
      int low = places[lows[edge]];
      int high = places[highs[edge]];
      others[free[low]++] = high;
      others[free[high]++] = low;
    }
    return new Neighbours(numbers, first, others);
  }

  int members() {
    return numbers.length;
  }

  /** Place of a member's number; negative when it is tied to nobody. */
  int place(int number) {
    return Arrays.binarySearch(numbers, number);
  }

  int neighbour(int member, int place) {
    return others[first[member] + place];
  }

  int degree(int member) {
    return first[member + 1] - first[member];
  }

  /** Pairs of ties that meet in a member. */
  long triples() {
    long triples = 0;
    for (int member = 0; member < members(); member++) {
      triples += (long) degree(member) * (degree(member) - 1) / 2;
    }
    return triples;
  }

  /**
   * Threes of members who are all tied. Each tie is looked at from its end of lower degree only, so
   * that members with many ties cost no more than others: O(edges^1.5).
   */
  long triangles() {
    long triangles = 0;
    int[] markedBy = new int[members()];
    for (int member = 0; member < members(); member++) {
      for (int arc = first[member]; arc < first[member + 1]; arc++) {
        if (isAbove(others[arc], member)) {
          markedBy[others[arc]] = member + 1;
        }
      }
      for (int arc = first[member]; arc < first[member + 1]; arc++) {
        if (isAbove(others[arc], member)) {
          triangles += marked(others[arc], member + 1, markedBy);
        }
      }
    }
    return triangles;
  }

  /** Members of the largest part in which everybody is tied to everybody over others. */
  int largestComponent() {
    int[] above = new int[members()];
    Arrays.setAll(above, member -> member);
    for (int member = 0; member < members(); member++) {
      for (int arc = first[member]; arc < first[member + 1]; arc++) {
        above[top(above, member)] = top(above, others[arc]);
      }
    }
    int[] sizes = new int[members()];
    for (int member = 0; member < members(); member++) {
      sizes[top(above, member)]++;
    }
    return Arrays.stream(sizes).max().orElse(0);
  }

  private int marked(int member, int mark, int[] markedBy) {
    int marked = 0;
    for (int arc = first[member]; arc < first[member + 1]; arc++) {
      boolean closes = markedBy[others[arc]] == mark && isAbove(others[arc], member);
      marked += closes ? 1 : 0;
    }
    return marked;
  }

  /** Orders members by degree, then by number. */
  private boolean isAbove(int member, int other) {
    int difference = degree(member) - degree(other);
    return difference > 0 || (difference == 0 && member > other);
  }

  private static int top(int[] above, int member) {
    int at = member;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }

  private static int[] places(int[] numbers) {
    int[] places = new int[numbers[numbers.length - 1] + 1];
    for (int place = 0; place < numbers.length; place++) {
      places[numbers[place]] = place;
    }
    return places;
  }
}
