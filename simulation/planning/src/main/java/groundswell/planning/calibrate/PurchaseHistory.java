package groundswell.planning.calibrate;

import java.util.Comparator;

/**
 * What is known of buyers who purchased alike: all that the BG/NBD model needs.
 *
 * @param repeats x, days with a purchase after the first [days], from 0
 * @param recencyDays t_x, from the first to the last purchase [days]; 0 without repeats
 * @param ageDays T, from the first purchase to the end of the data [days], not below t_x
 * @param buyers how many have this history, above 0
 */
public record PurchaseHistory(int repeats, int recencyDays, int ageDays, long buyers)
    implements Comparable<PurchaseHistory> {
  private static final Comparator<PurchaseHistory> ORDER =
      Comparator.comparingInt(PurchaseHistory::repeats)
          .thenComparingInt(PurchaseHistory::recencyDays)
          .thenComparingInt(PurchaseHistory::ageDays)
          .thenComparingLong(PurchaseHistory::buyers);

  private static final double WEEK = 7;

  public PurchaseHistory {
    if (repeats < 0 || recencyDays < 0 || ageDays < recencyDays || buyers < 1) {
      throw new IllegalArgumentException(
          "A history needs 0 <= x, 0 <= t_x <= T and a buyer but is x = %d, t_x = %d, T = %d of %d"
              .formatted(repeats, recencyDays, ageDays, buyers));
    }
    if ((repeats == 0) != (recencyDays == 0)) {
      throw new IllegalArgumentException(
          "Repeats and recency must both be 0 or neither, but x = %d and t_x = %d"
              .formatted(repeats, recencyDays));
    }
  }

  double recencyWeeks() {
    return recencyDays / WEEK;
  }

  double ageWeeks() {
    return ageDays / WEEK;
  }

  @Override
  public int compareTo(PurchaseHistory other) {
    return ORDER.compare(this, other);
  }
}
