package groundswell.planning.calibrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sufficient statistics of the additive hazard: days at risk without adoption, the exposure in
 * those days per cause, and the exposure of each adopter on the day of adoption.
 *
 * <p>Cause 0 is the world outside (advertising, press, chance), always present; cause 1 + c is one
 * talking neighbour over an arc of tie class c. A neighbour talks from the day after adopting for
 * {@code talkDays} days, over arcs that exist by then. Cost: one pass over the arcs, whatever the
 * number of days.
 *
 * @param withoutAdoption exposure of members on days at risk on which they did not adopt [member
 *     days], per cause
 * @param adoptions distinct exposure vectors of adopters on their day, with their counts
 */
record Exposure(double[] withoutAdoption, List<Adoptions> adoptions) {
  /** Adopters with the same exposure on their day. */
  record Adoptions(int[] exposure, long count) {}

  static Exposure of(
      AdoptionHistory history, Arcs arcs, Direction direction, int talkDays, int classes) {
    double[] without = new double[1 + classes];
    Map<Integer, int[]> atAdoption = new HashMap<>();
    countMembers(history, without, atAdoption, classes);
    for (int arc = 0; arc < arcs.count(); arc++) {
      int from = arcs.influencer(arc, direction);
      int to = arcs.influenced(arc, direction);
      int adopted = history.adoptedDay()[from];
      if (adopted == AdoptionHistory.NEVER || adopted > history.lastDay()) {
        continue;
      }
      int begins = Math.max(Math.max(adopted + 1, arcs.sinceDay()[arc] + 1), history.entry(to));
      int ends = adopted + talkDays;
      int cause = 1 + arcs.tieClass()[arc];
      without[cause] += Math.max(0, Math.min(ends, history.lastDayWithout(to)) - begins + 1);
      int day = history.adoptedDay()[to];
      if (history.adoptsInWindow(to) && begins <= day && day <= ends) {
        atAdoption.get(to)[cause]++;
      }
    }
    return new Exposure(without, grouped(atAdoption.values()));
  }

  private static void countMembers(
      AdoptionHistory history, double[] without, Map<Integer, int[]> atAdoption, int classes) {
    for (int member = 0; member < history.members(); member++) {
      without[0] += Math.max(0, history.lastDayWithout(member) - history.entry(member) + 1);
      if (history.adoptsInWindow(member)) {
        int[] exposure = new int[1 + classes];
        exposure[0] = 1;
        atAdoption.put(member, exposure);
      }
    }
  }

  private static List<Adoptions> grouped(Iterable<int[]> vectors) {
    Map<List<Integer>, Long> counts = new java.util.TreeMap<>(Exposure::compare);
    for (int[] vector : vectors) {
      counts.merge(java.util.Arrays.stream(vector).boxed().toList(), 1L, Long::sum);
    }
    List<Adoptions> groups = new ArrayList<>();
    counts.forEach(
        (vector, count) ->
            groups.add(
                new Adoptions(vector.stream().mapToInt(Integer::intValue).toArray(), count)));
    return groups;
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = Integer.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  int causes() {
    return withoutAdoption.length;
  }

  long adopters() {
    return adoptions.stream().mapToLong(Adoptions::count).sum();
  }
}
