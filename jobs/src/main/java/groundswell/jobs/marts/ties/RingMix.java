package groundswell.jobs.marts.ties;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * How far ties keep within rings: assortativity by discrete characteristics, Newman (2003), "Mixing
 * patterns in networks", Physical Review E 67, 026126, equation 2, doi:10.1103/PhysRevE.67.026126.
 *
 * @param edges ties
 * @param within ties between members of one ring
 * @param ends ends of ties in each ring
 */
record RingMix(long edges, long within, Map<UTF8String, Long> ends) {
  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  static RingMix of(int[] lows, int[] highs, int edges, UTF8String[] rings) {
    Map<UTF8String, Long> ends = new HashMap<>();
    long within = 0;
    for (int edge = 0; edge < edges; edge++) {
      UTF8String low = ring(rings, lows[edge]);
      UTF8String high = ring(rings, highs[edge]);
      within += low.equals(high) ? 1 : 0;
      ends.merge(low, 1L, Long::sum);
      ends.merge(high, 1L, Long::sum);
    }
    return new RingMix(edges, within, ends);
  }

  /** From -1 to 1, 0 when ties do not care for rings; null when all ends are in one ring. */
  Double assortativity() {
    long squares = ends.values().stream().mapToLong(count -> count * count).sum();
    long whole = 4 * edges * edges;
    return squares == whole
        ? null
        : Double.valueOf((4 * edges * within - squares) / (double) (whole - squares));
  }

  private static UTF8String ring(UTF8String[] rings, int member) {
    return member < rings.length && rings[member] != null ? rings[member] : UNKNOWN;
  }
}
